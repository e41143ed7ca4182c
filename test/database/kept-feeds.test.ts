// Feeds a space keeps: paused, resumed, removed and added again; a broken one; the pictures in what they bring.
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { system, type Actor } from '#platform/actor.ts';
import { refuse } from '#platform/refusal.ts';
import type { Answer } from '#platform/server/http/index.ts';
import {
	fetchAndImport,
	listSources,
	listVersions,
	pauseFeed,
	publishing,
	removeFeed,
	resumeFeed,
	showWorkAtDesk,
} from '#modules/publishing/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let editor: Actor;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace();
	editor = await build.aPerson(['editor'], space);
});

const address = 'https://vallee.example/flux.xml';
const feedOf = (...items: string[]) =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>La vallée</title>${items.join('')}</channel></rss>`;
const item = (id: string, html: string) =>
	`<item><title>Dépêche ${id} de la vallée</title><guid isPermaLink="false">${id}</guid><link>https://vallee.example/${id}</link><content:encoded><![CDATA[${html}]]></content:encoded></item>`;

/** The outside world: what stands at each address; anything else cannot be reached. */
const world = new Map<string, Uint8Array | string>();
const get = (asked: string | URL): Promise<Answer> => {
	const url = String(asked);
	const found = world.get(url) ?? refuse('address.unreachable', { host: new URL(url).hostname });
	const bytes = typeof found === 'string' ? new TextEncoder().encode(found) : found;
	return Promise.resolve({ status: 200, headers: {}, url, bytes, etag: null, lastModified: null });
};
const read = (actor: Actor = editor, from = address) =>
	fetchAndImport(installation.db, build.call(actor, space), { address: from }, get);
const sourceAt = async (from = address) =>
	(await listSources(installation.db, space)).find((source) => source.address === from);
const act = (command: typeof pauseFeed, sourceId: string, actor = editor) =>
	build.act(command, actor, space, { sourceId });

describe('a feed that a space keeps', () => {
	test('is paused and resumed by whoever reviews, with a fact each, and its last good copy survives a bad day', async () => {
		world.set(address, feedOf(item('v1', '<p>La source coule.</p>')));
		await read();
		const source = (await sourceAt())!;
		const producer = await build.aPerson(['producer'], space);
		expect((await refusalFrom(act(pauseFeed, source.id, producer))).code).toBe('access.denied');
		const elsewhere = await build.aSpace();
		const stranger = await build.aPerson(['editor'], elsewhere);
		expect((await refusalFrom(build.act(pauseFeed, stranger, elsewhere, { sourceId: source.id }))).code).toBe(
			'subject.not_found',
		);
		await act(pauseFeed, source.id);
		await act(pauseFeed, source.id);
		expect((await sourceAt())!.pausedAt).not.toBeNull();
		await act(resumeFeed, source.id);
		world.set(address, '<html>En travaux</html>');
		expect((await read()).error?.code).toMatch(/^feed\./);
		world.delete(address);
		expect((await refusalFrom(read())).code).toBe('address.unreachable');
		expect(await sourceAt()).toMatchObject({ lastError: { code: 'address.unreachable' }, pausedAt: null });
		expect((await sourceAt())!.lastGoodAt).not.toBeNull();
		const proposed = await listVersions(installation.db, space, editor, { states: ['proposed'], limit: 50 });
		expect(proposed.map((version) => version.title)).toContain('Dépêche v1 de la vallée');
		const facts = await installation.db
			.selectFrom('activity')
			.select('type')
			.where('subject', '=', source.id)
			.where('type', 'like', 'publishing.feed.%')
			.orderBy('id')
			.execute();
		expect(facts.map((fact) => fact.type).sort()).toEqual([
			'publishing.feed.imported',
			'publishing.feed.paused',
			'publishing.feed.resumed',
		]);
	});

	test('is left alone by the hourly reading while it is paused', async () => {
		const source = (await sourceAt())!;
		const hourly = publishing.jobs!.find((job) => job.name === 'refresh-feed')!;
		const runAt = async () => (await sourceAt())!.lastRunAt;
		await act(pauseFeed, source.id);
		installation.at('2026-10-15T12:17:00Z');
		await hourly.run(installation.db, { source: source.id }, installation.clock());
		expect((await runAt())!.toISOString()).toBe('2026-10-15T10:00:00.000Z');
		await act(resumeFeed, source.id);
		// The address exists nowhere: the run is noted with its reason.
		await hourly.run(installation.db, { source: source.id }, installation.clock());
		expect((await runAt())!.toISOString()).toBe('2026-10-15T12:17:00.000Z');
	});

	test('removed, it is gone for everybody but its entries, which never come twice', async () => {
		const source = (await sourceAt())!;
		await act(removeFeed, source.id);
		expect(await sourceAt()).toBeUndefined();
		expect((await refusalFrom(act(resumeFeed, source.id))).code).toBe('subject.not_found');
		world.set(address, feedOf(item('v1', '<p>La source coule.</p>'), item('v2', '<p>Elle a tari.</p>')));
		expect((await refusalFrom(read(system))).code).toBe('subject.not_found');
		expect(await read()).toMatchObject({ added: 1, skipped: 1 });
		expect(await sourceAt()).toMatchObject({ id: source.id, lastError: null });
	});
});

test('an entry whose date cannot be read comes in without it, and is named with what was written', async () => {
	const from = 'https://dates.example/flux.xml';
	const dated = (id: string, date: string) =>
		item(id, '<p>Le moussem.</p>').replace('<link>', `<pubDate>${date}</pubDate><link>`);
	world.set(from, feedOf(dated('d1', 'le trente-deux du mois'), dated('d2', 'Tue, 03 Mar 2026 10:00:00 GMT')));
	const warnings = [
		{ title: 'Dépêche d1 de la vallée', why: 'feed_item.date_unread', params: { date: 'le trente-deux du mois' } },
	];
	expect(await read(editor, from)).toMatchObject({ added: 2, failures: [], missed: [], warnings });
	expect((await sourceAt(from))!.lastWarnings).toEqual(warnings);
	expect(await read(editor, from)).toMatchObject({ added: 0, skipped: 2, warnings: [] });
});

describe('pictures of a feed', () => {
	const png = (red: number, width: number) =>
		sharp({ create: { width, height: 300, channels: 3, background: { r: red, g: 20, b: 90 } } })
			.png()
			.toBuffer();

	test('are kept here with their words and size; what cannot be had stays a link and is listed', async () => {
		const from = 'https://images.example/flux.xml';
		world.set('https://images.example/une.png', await png(10, 900));
		world.set('https://images.example/deux.png', await png(200, 500));
		world.set('https://images.example/faux.png', '<svg xmlns="http://www.w3.org/2000/svg"/>');
		const img = (name: string, alt: string) => `<p><img src="https://images.example/${name}.png" alt="${alt}"></p>`;
		const body =
			img('une', 'La vanne ouverte') + img('deux', 'Le canal') + img('faux', 'Un plan') + img('absente', 'Un puits');
		world.set(from, feedOf(item('p1', body)));
		expect(await read(editor, from)).toMatchObject({ added: 1, failures: [] });
		expect((await sourceAt(from))!.lastPictures).toEqual([
			{ address: 'https://images.example/faux.png', title: 'Dépêche p1 de la vallée', why: 'image.kind_refused' },
			{
				address: 'https://images.example/absente.png',
				title: 'Dépêche p1 de la vallée',
				why: 'address.unreachable',
				params: { host: 'images.example' },
			},
		]);
		const { id } = await installation.db
			.selectFrom('work')
			.select('id')
			.where('source_key', '=', 'p1')
			.executeTakeFirstOrThrow();
		const { shared, versions } = (await showWorkAtDesk(installation.db, space, id, editor))!;
		expect(shared).toMatchObject({ imageAlt: 'La vanne ouverte' });
		expect(shared.imageFile).not.toBeNull();
		const stored = versions[0]!.body;
		expect(stored).toMatch(/<img src="\/files\/[\da-f-]{36}" alt="Le canal" width="500" height="300"/);
		expect(stored).not.toContain('La vanne');
		expect(stored).toContain('src="https://images.example/absente.png" alt="Un puits"');
	});

	test('are those of a description too, where a feed sends its text so', async () => {
		const from = 'https://descriptions.example/flux.xml';
		world.set('https://images.example/puits.png', await png(60, 400));
		const html = '<p>Le <b>puits</b></p><p><img src="https://images.example/puits.png" alt="Le puits"></p>';
		world.set(
			from,
			feedOf(
				`<item><title>Le puits</title><link>https://vallee.example/puits</link><description><![CDATA[${html}]]></description></item>`,
			),
		);
		expect(await read(editor, from)).toMatchObject({ added: 1 });
		const { work_id, body, summary } = await installation.db
			.selectFrom('work_version')
			.select(['work_id', 'body', 'summary'])
			.where('title', '=', 'Le puits')
			.executeTakeFirstOrThrow();
		expect([body, summary]).toEqual(['<p>Le <strong>puits</strong></p>', '']);
		const { shared } = (await showWorkAtDesk(installation.db, space, work_id, editor))!;
		expect(shared).toMatchObject({ imageAlt: 'Le puits' });
	});

	test('never come in without end', async () => {
		const from = 'https://album.example/flux.xml';
		const dot = await png(90, 2);
		const images = Array.from({ length: 50 }, (_, at) => `https://album.example/${at}.png`);
		for (const image of images) world.set(image, dot);
		const entries = Array.from({ length: 10 }, (_, at) =>
			item(
				`a${at}`,
				images
					.slice(at * 5, at * 5 + 5)
					.map((src) => `<p><img src="${src}" alt="n"></p>`)
					.join(''),
			),
		);
		world.set(from, feedOf(...entries));
		expect(await read(editor, from)).toMatchObject({ added: 10 });
		const missed = (await sourceAt(from))!.lastPictures;
		expect(missed).toHaveLength(10);
		expect(new Set(missed.map(({ why }) => why))).toEqual(new Set(['pictures.too_many']));
	});
});
