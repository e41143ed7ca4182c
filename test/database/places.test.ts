// Works and proposals are placed in territories: typed as people write, found with all that stands below, never lost.
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { anonymous, type Actor, system } from '#platform/actor.ts';
import { readPack } from '#app/packs.ts';
import { erasePerson } from '#foundations/accounts/server/index.ts';
import { placeLabels } from '#foundations/spaces/index.ts';
import {
	findPlace,
	importTerritories,
	placeAt,
	placesBelow,
	readSpace,
	readSpaceTree,
} from '#foundations/spaces/server/index.ts';
import {
	editProposal,
	listProposals,
	participation,
	showProposal,
	submitProposal,
} from '#modules/participation/server/index.ts';
import {
	addLanguage,
	draftWork,
	listPlacedWorks,
	publishVersion,
	publishing,
	saveVersion,
	showWorkAtDesk,
} from '#modules/publishing/server/index.ts';
import { workSubject } from '#modules/publishing/server/subject.ts';
import { siteMap } from '#app/site-map.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { fold } from '../../db/migrations/0018-places.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let radio: string;
let commune: string;
let producer: Actor;

/** Azilal, the province of that name. */
const province = 'MA-05.081';
const idOf = async (reference: string) => (await placeAt(installation.db, reference))!.id;

beforeAll(async () => {
	installation = await testInstallation({}, 20);
	build = builders(installation);
	await build.act(importTerritories, system, await build.root(), { csv: await readPack('morocco') });
	radio = await build.aSpace();
	commune = await build.aSpace({ kind: 'commune' });
	producer = await build.aPerson(['editor'], radio);
	await installation.db
		.updateTable('space')
		.set({ territory_id: await idOf(province) })
		.where('id', 'in', [radio, commune])
		.execute();
});

const article = (more: object) =>
	build.act(draftWork, producer, radio, { locale: 'fr', title: 'Un sentier', summary: '', body: '<p>…</p>', ...more });
const placeOfWork = async (id: string) =>
	(await installation.db.selectFrom('work').select('territory_id').where('id', '=', id).executeTakeFirstOrThrow())
		.territory_id;

describe('a typed name', () => {
	test.each([
		['tabant', 'MA-05.081.03.09'],
		['  TABÀNT ', 'MA-05.081.03.09'],
		['تبانت', 'MA-05.081.03.09'],
		['Béni Mellal (Province)', 'MA-05.091'],
		['Azilal (commune)', 'MA-05.081.01.01'],
		['أزيلال (إقليم)', province],
		['ازيلال (الجماعة)', 'MA-05.081.01.01'],
		['Dra-Tafilalet', 'MA-08'],
	])('%s is found as people write it', async (typed, reference) => {
		const found = await findPlace(installation.db, typed, { near: await idOf(province) });
		expect(found.kind === 'one' ? found.place.id : null).toBe(await idOf(reference));
	});

	test('that several places bear is refused until one is chosen, and the labels offered tell them apart', async () => {
		expect(await refusalFrom(article({ territory: 'Azilal' }))).toMatchObject({
			code: 'place.several',
			field: 'territory',
		});
		const found = await findPlace(installation.db, 'Azilal');
		const places = found.kind === 'several' ? found.places : [];
		expect(places.length).toBe(2);
		for (const { id, label } of placeLabels(places, 'ar')) {
			const again = await findPlace(installation.db, label);
			expect(again).toMatchObject({ kind: 'one', place: { id } });
		}
		expect(await findPlace(installation.db, 'azilal', { chosen: places[1]!.id })).toMatchObject({
			kind: 'one',
			place: { id: places[1]!.id },
		});
	});

	test('that nobody knows is refused beside its field', async () => {
		expect(await refusalFrom(article({ territory: 'Tombouctou' }))).toMatchObject({
			code: 'place.unknown',
			field: 'territory',
			params: { name: 'Tombouctou' },
		});
	});

	test('of every label a form of the province offers leads to its own place', async () => {
		const near = await idOf(province);
		const places = await placesBelow(installation.db, near, 120);
		expect(places.length).toBeGreaterThan(40);
		for (const { id, label } of placeLabels(places, 'fr'))
			expect(await findPlace(installation.db, label, { near }), label).toMatchObject({ kind: 'one', place: { id } });
	});

	test('is the same after the tables came with their rows already in', async () => {
		const before = await sql<{
			code: string;
			known_as: string[];
		}>`select code, known_as from territory order by code`.execute(installation.db);
		const { rows } = await sql<{ code: string; names: Record<string, string> }>`
			select code, names from territory order by code`.execute(installation.db);
		expect(
			rows.map(({ code, names }) => ({ code, known_as: [...new Set(Object.values(names).map(fold))].toSorted() })),
		).toEqual(before.rows.map(({ code, known_as }) => ({ code, known_as: known_as.toSorted() })));
	});
});

test('a work is found in its place and in every place above, once, in the reader’s language or labelled', async () => {
	const { workId, versionId } = await article({ territory: 'Tabant' });
	const { db } = installation;
	const other = await build.act(addLanguage, producer, radio, {
		workId,
		locale: 'ar',
		title: 'مسلك الجبل',
		summary: '',
		body: '<p>نمشي.</p>',
	});
	for (const [minute, id] of [versionId, other.versionId].entries()) {
		installation.at(new Date(Date.UTC(2026, 10, 3, 9, minute)));
		await build.act(publishVersion, system, radio, { versionId: id });
	}
	const inPlace = async (reference: string, locale: string, strict = false, languages: string[] = []) =>
		(
			await listPlacedWorks(db, {
				spaceIds: [radio],
				territoryId: await idOf(reference),
				locale,
				languages,
				strict,
				limit: 20,
			})
		).items.filter((work) => work.workId === workId);
	for (const reference of ['MA-05.081.03.09', province, 'MA-05'])
		expect((await inPlace(reference, 'ar')).map((work) => work.title)).toEqual(['مسلك الجبل']);
	expect((await inPlace(province, 'es')).map((work) => work.locale)).toEqual(['fr']);
	expect((await inPlace(province, 'es', false, ['ar', 'fr'])).map((work) => work.locale)).toEqual(['ar']);
	expect((await inPlace(province, 'fr', false, ['ar', 'fr'])).map((work) => work.locale)).toEqual(['fr']);
	const described = async (locale: string) => (await workSubject.describe(db, [workId], locale))[0]?.locale;
	for (const [languages, locale, expected] of [
		[['es', 'ar', 'fr'], 'en', 'ar'],
		[['es', 'fr', 'ar'], 'en', 'fr'],
		[['es'], 'en', 'fr'],
		[['es', 'fr'], 'ar', 'ar'],
	] as const) {
		await db
			.updateTable('space')
			.set({ languages: [...languages] })
			.where('id', '=', radio)
			.execute();
		expect(await described(locale)).toBe(expected);
	}
	expect(await inPlace(province, 'es', true)).toEqual([]);
	expect(await inPlace('MA-08', 'ar')).toEqual([]);
	const query = publishing.queries!.find(({ name }) => name === 'publishing.listWorks')!;
	const ask = async (territory: string) =>
		query.run({
			db,
			input: query.input.parse({ locale: 'fr', territory }),
			spaceId: radio,
			actor: anonymous,
			now: installation.clock(),
		} as never) as Promise<{ items: { territory: { code: string } | null }[] }>;
	expect((await ask(province)).items.map((item) => item.territory?.code)).toContain('05.081.03.09');
	expect((await ask('MA-00.000')).items).toEqual([]);
});

test('the site map names the pages of places that show something, in every language, and of those above them', async () => {
	const sleeping = await article({ territory: await idOf('MA-05.091') });
	const map = async () => (await siteMap(await readSpaceTree(installation.db), null))!;
	const { origin } = installation.config;
	const before = await map();
	expect(before).not.toContain('/place/MA-05.091');
	for (const reference of ['MA-05.081.03.09', province, 'MA-05', 'MA-0'])
		expect(before.includes(`/fr/place/${reference}<`)).toBe(reference !== 'MA-0');
	await build.act(publishVersion, system, radio, { versionId: sleeping.versionId });
	const address = (locale: string) => `${origin}/${locale}/place/MA-05.091`;
	const { languages } = (await readSpaceTree(installation.db)).root!;
	const after = await map();
	for (const locale of languages) {
		expect(after).toContain(`<loc>${address(locale)}</loc>`);
		expect(after.split(`hreflang="${locale}" href="${address(locale)}"`)).toHaveLength(languages.length + 1);
	}
});

test('a place that somebody else changed meanwhile is not overwritten unseen; left alone it stays theirs', async () => {
	const { workId, versionId } = await article({ territory: 'Tabant' });
	const [tabant, afourar, demnate] = [
		await idOf('MA-05.081.03.09'),
		await idOf('MA-05.081.11.01'),
		await idOf('MA-05.081.01.03'),
	];
	const text = { title: 'Un sentier', summary: '', body: '' };
	const save = (v: number, place: object) =>
		build.act(saveVersion, producer, radio, { versionId, v, ...text, ...place });
	await save(1, { territory: 'Afourar', territorySeen: tabant });
	expect(await placeOfWork(workId)).toBe(afourar);
	await save(2, { territory: tabant, territorySeen: tabant });
	expect(await placeOfWork(workId)).toBe(afourar);
	expect(await refusalFrom(save(3, { territory: 'Demnate', territorySeen: tabant }))).toMatchObject({
		code: 'place.stale',
		field: 'territory',
	});
	await save(3, { territory: 'Demnate', territorySeen: afourar });
	await save(4, {});
	expect(await placeOfWork(workId)).toBe(demnate);
	await save(5, { territory: '', territorySeen: demnate });
	expect((await showWorkAtDesk(installation.db, radio, workId, producer))!.work.territory_id).toBeNull();
});

test('a proposal keeps the spot in its author’s words beside the official place, and both can be corrected', async () => {
	const author = await build.aPerson([], undefined, { email: 'enfants@example.org' });
	const processId = await build.aProcess(commune);
	const { id } = await build.act(submitProposal, author, commune, {
		processId,
		locale: 'fr',
		title: 'Un abri devant le collège',
		text: 'Les élèves attendent le car sous la pluie et le soleil, sans banc ni toit.',
		place: 'Douar du Haut, près du pont',
		territory: 'Demnate',
	});
	const space = (await readSpace(installation.db, commune))!;
	const show = async () => (await showProposal(installation.db, space, anonymous, { id }, installation.clock()))!;
	expect(await show()).toMatchObject({
		place: 'Douar du Haut, près du pont',
		territory: { code: '05.081.01.03', above: [{ code: '05.081' }, { code: '05' }] },
	});
	const there = async (reference: string) =>
		listProposals(
			installation.db,
			[space],
			anonymous,
			{ territoryId: await idOf(reference), limit: 20 },
			installation.clock(),
		);
	expect((await there('MA-05')).map((one) => one.id)).toEqual([id]);
	expect(await there('MA-07')).toEqual([]);
	const edit = {
		id,
		title: 'Un abri devant le lycée',
		text: 'Correction : il s’agit du lycée, où le car arrive aussi.',
	};
	await build.act(editProposal, author, commune, { ...edit, place: 'Douar du Haut' });
	expect((await show()).territory?.code).toBe('05.081.01.03');
	await build.act(editProposal, author, commune, { ...edit, place: 'Douar du Haut', territory: 'تبانت' });
	expect((await show()).territory?.code).toBe('05.081.03.09');
	const [exported] = (await participation.personal!.export(installation.db, author.id))['proposals'] as {
		territory_id: string;
	}[];
	expect(exported?.territory_id).toBe(await idOf('MA-05.081.03.09'));
	await build.act(erasePerson, author, null, { confirmation: 'enfants@example.org' });
	expect(
		await installation.db
			.selectFrom('proposal')
			.select(['place', 'territory_id'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow(),
	).toEqual({ place: null, territory_id: null });
});
