// Works from draft to withdrawn, stale saves, scheduled times, and feeds that come in.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import {
	lastChangeOf,
	listPublished,
	acceptVersion,
	addLanguage,
	discardVersion,
	draftWork,
	fetchAndImport,
	listSources,
	listVersions,
	proposeVersion,
	publishVersion,
	returnVersion,
	saveVersion,
	scheduleVersion,
	showWork,
	showWorkAtDesk,
	takeBackVersion,
	withdrawVersion,
} from '#modules/publishing/server/index.ts';
import { publishing } from '#modules/publishing/server/index.ts';
import { search } from '#platform/server/search/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let producer: Actor;
let editor: Actor;
const reader: Actor = { kind: 'guest', id: null, roles: [] };

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace();
	producer = await build.aPerson(['producer'], space);
	editor = await build.aPerson(['editor'], space);
});

const text = { title: 'ماء السد', summary: '', body: '<p>نص</p>' };
const drafted = () => build.act(draftWork, producer, space, { locale: 'ar', ...text });

describe('an article', () => {
	test('goes from its producer to its readers through an editor who sends it back once', async () => {
		const { workId, versionId } = await drafted();
		await build.act(proposeVersion, producer, space, { versionId });
		const later = () => installation.at(new Date(installation.clock().getTime() + 60_000));
		later();
		await build.act(returnVersion, editor, space, { versionId, reason: 'Il manque la source du chiffre.' });
		// Whoever was still writing is told that it was returned, and not that somebody wrote over the text.
		expect(await lastChangeOf(installation.db, space, [versionId])).toMatchObject({ saved: false });
		later();
		await build.act(saveVersion, producer, space, { versionId, v: 3, ...text, body: '<p>نص ومصدر</p>' });
		expect(await lastChangeOf(installation.db, space, [versionId])).toMatchObject({ saved: true });
		await build.act(proposeVersion, producer, space, { versionId });
		expect((await refusalFrom(build.act(publishVersion, producer, space, { versionId }))).code).toBe('access.denied');
		await build.act(publishVersion, editor, space, { versionId });
		const [card] = (await listPublished(installation.db, { spaceIds: [space], locale: 'ar', limit: 5 })).items;
		expect(card).toMatchObject({ workId, title: 'ماء السد', slug: 'ماء-السد' });
		expect(await showWork(installation.db, space, 'ar', 'ماء-السد', reader)).toMatchObject({ versionId });
		await installation.settle();
		expect((await search(installation.db, 'السد ماء', { limit: 5 })).map((found) => found.id)).toContain(workId);
	});

	test('is unseen by readers until published, and gone for them once withdrawn', async () => {
		const { versionId } = await build.act(draftWork, producer, space, {
			locale: 'fr',
			title: 'Encore un brouillon',
			summary: '',
			body: '<p>Texte.</p>',
		});
		expect(await showWork(installation.db, space, 'fr', 'encore-un-brouillon', reader)).toBeNull();
		expect(await showWork(installation.db, space, 'fr', 'encore-un-brouillon', producer)).toMatchObject({
			state: 'draft',
		});
		await build.act(publishVersion, editor, space, { versionId });
		await build.act(withdrawVersion, editor, space, { versionId });
		expect(await showWork(installation.db, space, 'fr', 'encore-un-brouillon', reader)).toBe('withdrawn');
		await installation.settle();
		expect(await search(installation.db, 'brouillon', { limit: 5 })).toEqual([]);
	});

	test('is taken back by its producer before an editor decides, and thrown away with its reviews', async () => {
		const { workId, versionId } = await drafted();
		await build.act(proposeVersion, producer, space, { versionId });
		await build.act(returnVersion, editor, space, { versionId, reason: 'La photo n’est pas à nous.' });
		await build.act(proposeVersion, producer, space, { versionId });
		const takeBack = (who: Actor) => build.act(takeBackVersion, who, space, { versionId });
		expect((await refusalFrom(takeBack(editor))).code).toBe('access.denied');
		await takeBack(producer);
		expect((await refusalFrom(takeBack(producer))).code).toBe('work.wrong_state');
		const discard = (who: Actor, more: object = {}) => build.act(discardVersion, who, space, { versionId, ...more });
		expect((await refusalFrom(discard(editor))).code).toBe('access.denied');
		expect((await refusalFrom(discard(producer, { v: 1 }))).code).toBe('version.stale');
		expect(await discard(producer)).toEqual({ left: 0 });
		expect(await showWorkAtDesk(installation.db, space, workId, editor)).toBeNull();
		const rows = await installation.db.selectFrom('review').select('id').where('version_id', '=', versionId).execute();
		expect(rows).toEqual([]);
		await installation.settle();
		const facts = await installation.db
			.selectFrom('activity')
			.select('type')
			.where('subject', '=', versionId)
			.execute();
		expect(facts.map((fact) => fact.type)).toEqual(
			expect.arrayContaining(['publishing.version.taken_back', 'publishing.version.discarded']),
		);
	});

	test('thrown away in one language stays in the others; once published it is withdrawn, never thrown away', async () => {
		const { workId, versionId } = await drafted();
		const french = await build.act(addLanguage, producer, space, {
			workId,
			locale: 'fr',
			title: 'Le puits rouvert',
			summary: '',
			body: '<p>Depuis mardi.</p>',
		});
		expect(await build.act(discardVersion, producer, space, { versionId })).toEqual({ left: 1 });
		const own = { versionId: french.versionId };
		await build.act(publishVersion, editor, space, own);
		await build.act(withdrawVersion, editor, space, own);
		await build.act(proposeVersion, producer, space, own);
		await build.act(takeBackVersion, producer, space, own);
		expect((await refusalFrom(build.act(discardVersion, producer, space, own))).code).toBe('work.was_public');
		expect(await showWork(installation.db, space, 'fr', 'le-puits-rouvert', reader)).toBe('withdrawn');
	});

	test('saved over a newer version is refused and the newer stays', async () => {
		const { versionId } = await drafted();
		await build.act(saveVersion, producer, space, { versionId, v: 1, ...text, title: 'الأول' });
		expect(
			(await refusalFrom(build.act(saveVersion, editor, space, { versionId, v: 1, ...text, title: 'الثاني' }))).code,
		).toBe('version.stale');
		const mine = (await listVersions(installation.db, space, producer, { states: ['draft'], limit: 50 })).find(
			(version) => version.versionId === versionId,
		);
		expect(mine?.title).toBe('الأول');
	});

	test('shares credit and picture among its languages: neither overwrites what the other has not seen', async () => {
		const { workId, versionId: arabic } = await drafted();
		const { versionId: french } = await build.act(addLanguage, producer, space, {
			workId,
			locale: 'fr',
			title: 'La source tarie',
			summary: '',
			body: '<p>Depuis juin.</p>',
		});
		const none = { creditName: null, creditUrl: null, imageFile: null, imageAlt: null };
		const save = (who: Actor, id: string, v: number, more: object) =>
			build.act(saveVersion, who, space, { versionId: id, v, title: 'Titre', summary: '', body: '<p>x</p>', ...more });
		const workNow = async () => (await showWorkAtDesk(installation.db, space, workId, editor))!.shared;
		// Two languages at once: the second save left the credit alone, so the first one's credit stays.
		await Promise.all([
			save(producer, arabic, 1, { ...none, creditName: 'Agence du Souss', seen: none }),
			save(editor, french, 1, { ...none, seen: none }),
		]);
		expect(await workNow()).toMatchObject({ creditName: 'Agence du Souss' });
		// A page drawn before the credit came, with another credit typed: refused, also its text.
		const late = { ...none, creditName: 'Archives municipales', seen: none };
		expect((await refusalFrom(save(editor, french, 2, late))).code).toBe('version.stale');
		expect(await workNow()).toMatchObject({ creditName: 'Agence du Souss' });
		// Once shown, it may be saved over; what came after that is refused again.
		const shown = await workNow();
		await save(editor, french, 2, { ...late, shown });
		expect(await workNow()).toMatchObject({ creditName: 'Archives municipales' });
		const again = { ...none, creditName: 'Fonds Lamine', seen: none, shown };
		expect((await refusalFrom(save(producer, arabic, 2, again))).code).toBe('version.stale');
		// A caller of the API that sends no credit changes none.
		await save(producer, arabic, 2, {});
		expect(await workNow()).toMatchObject({ creditName: 'Archives municipales' });
	});

	test('has one version a language, with its own state', async () => {
		const { workId } = await drafted();
		await build.act(addLanguage, producer, space, {
			workId,
			locale: 'fr',
			title: 'L’eau du barrage',
			summary: '',
			body: '<p>Texte.</p>',
		});
		expect(
			(
				await refusalFrom(
					build.act(addLanguage, producer, space, { workId, locale: 'fr', title: 'Encore', summary: '', body: '' }),
				)
			).code,
		).toBe('version.already_done');
	});

	test('is published at the wall time it was scheduled for, when the clock gets there', async () => {
		const { versionId } = await build.act(draftWork, producer, space, {
			locale: 'fr',
			title: 'À sept heures',
			summary: '',
			body: '<p>Texte.</p>',
		});
		await build.act(proposeVersion, producer, space, { versionId });
		await build.act(acceptVersion, editor, space, { versionId });
		expect(
			(await refusalFrom(build.act(scheduleVersion, editor, space, { versionId, wall: '2026-10-15T07:00' }))).field,
		).toBe('wall');
		await build.act(scheduleVersion, editor, space, { versionId, wall: '2026-10-16T07:00' });
		const job = publishing.jobs![0]!;
		const published = async () => showWork(installation.db, space, 'fr', 'a-sept-heures', reader);
		const before = await job.run(installation.db, {}, new Date('2026-10-16T05:59:00Z')).then(published);
		await job.run(installation.db, {}, new Date('2026-10-16T07:00:01Z'));
		await job.run(installation.db, {}, new Date('2026-10-16T07:00:01Z'));
		expect(before).toBeNull();
		const versions = await listVersions(installation.db, space, editor, { states: ['published'], limit: 50 });
		expect(versions.filter((version) => version.versionId === versionId)).toHaveLength(1);
	});

	test('that was emptied before its time does not keep others from being published', async () => {
		const ids: string[] = [];
		for (const title of ['Vidé entre-temps', 'À huit heures']) {
			const { versionId } = await build.act(draftWork, producer, space, { ...text, locale: 'fr', title });
			await build.act(proposeVersion, producer, space, { versionId });
			await build.act(scheduleVersion, editor, space, { versionId, wall: '2026-10-16T08:00' });
			ids.push(versionId);
		}
		const { v } = await installation.db
			.selectFrom('work_version')
			.select('v')
			.where('id', '=', ids[0]!)
			.executeTakeFirstOrThrow();
		await build.act(saveVersion, editor, space, { versionId: ids[0], v, title: 'Vidé', summary: '', body: '' });
		await publishing.jobs![0]!.run(installation.db, {}, new Date('2026-10-16T08:00:01Z'));
		const states = await installation.db
			.selectFrom('work_version')
			.select(['id', 'state'])
			.where('id', 'in', ids)
			.execute();
		expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
			new Map([
				[ids[0], 'scheduled'],
				[ids[1], 'published'],
			]),
		);
	});
});

describe('a feed', () => {
	const feed = (items: string) =>
		new TextEncoder().encode(
			`<?xml version="1.0"?><rss version="2.0"><channel><title>Agence du Sud</title><link>https://example.org</link><language>fr</language>${items}</channel></rss>`,
		);
	const item = (n: number) =>
		`<item><title>Nouvelle ${n}</title><link>https://example.org/${n}</link><guid>n-${n}</guid><description>Le résumé de la nouvelle ${n}.</description></item>`;
	const bring = (bytes: Uint8Array) =>
		fetchAndImport(installation.db, build.call(editor, space), { address: 'depeches.xml', bytes });

	test('brings each entry once, into the review queue, with its credit', async () => {
		const first = await bring(feed(item(1) + item(2)));
		expect(first).toMatchObject({ added: 2, skipped: 0, failures: [] });
		expect(await bring(feed(item(1) + item(2) + item(3)))).toMatchObject({ added: 1, skipped: 2 });
		const proposed = await listVersions(installation.db, space, editor, { states: ['proposed'], limit: 50 });
		expect(proposed.map((version) => version.title)).toEqual(
			expect.arrayContaining(['Nouvelle 1', 'Nouvelle 2', 'Nouvelle 3']),
		);
		const row = await installation.db
			.selectFrom('work')
			.select('credit')
			.where('source_key', '=', 'n-1')
			.executeTakeFirstOrThrow();
		expect(row.credit?.name).toContain('Agence du Sud');
	});

	test('does not bring again what an editor has thrown away', async () => {
		const own = { states: ['proposed'] as const, limit: 50 };
		const third = (await listVersions(installation.db, space, editor, own)).find(
			({ title }) => title === 'Nouvelle 3',
		)!;
		await build.act(discardVersion, editor, space, { versionId: third.versionId });
		expect(await bring(feed(item(1) + item(2) + item(3)))).toMatchObject({ added: 0, skipped: 3 });
		expect((await listVersions(installation.db, space, editor, own)).map(({ title }) => title)).not.toContain(
			'Nouvelle 3',
		);
	});

	test('that cannot be read changes nothing and says why', async () => {
		const broken = await bring(new TextEncoder().encode('<html>502 Bad Gateway</html>'));
		expect(broken).toMatchObject({ added: 0, failures: [{ why: expect.stringMatching(/^feed\./) as string }] });
		const source = await installation.db
			.selectFrom('feed_source')
			.select(['last_error', 'last_good_at'])
			.executeTakeFirstOrThrow();
		expect(source.last_error).toMatch(/^feed\./);
		expect(source.last_good_at).not.toBeNull();
	});

	test('sent as a file cut before its first entry is refused and becomes no source', async () => {
		const cut = new TextEncoder().encode('<rss version="2.0"><channel><title>cassé');
		const sent = fetchAndImport(installation.db, build.call(editor, space), { address: 'coupé.xml', bytes: cut });
		expect(await refusalFrom(sent)).toMatchObject({ code: 'feed.empty' });
		expect((await listSources(installation.db, space)).map(({ title }) => title)).not.toContain('cassé');
	});
});
