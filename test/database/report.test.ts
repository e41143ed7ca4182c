// The report answers for what happened: figures equal the facts behind them, and counting afresh changes nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { parseCsv } from '#platform/csv.ts';
import { formatsFor, translatorFor } from '#platform/i18n/index.ts';
import { toCsv } from '#platform/server/papers/index.ts';
import { type IndicatorDefinition, type Period, reportIndicators } from '#engines/impact/index.ts';
import { type Covered, listSourceRows, readReport, rebuildCounters } from '#engines/impact/server/index.ts';
import { contribute, withdrawContribution } from '#engines/conversation/server/index.ts';
import { addWatchedWords, decideCase, listCases } from '#engines/moderation/server/index.ts';
import { erasePerson } from '#foundations/accounts/server/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import {
	answerProposal,
	reportProgress,
	supportProposal,
	withdrawSupport,
} from '#modules/participation/server/index.ts';
import { publishVersion, withdrawVersion } from '#modules/publishing/server/index.ts';
import { reportPaper, reportTable } from '#app/report-files.ts';
import { rowsTable } from '#app/report-rows.ts';
import { partLabel } from '#app/report-words.ts';
import { allRowsOf, allRowsOfReport, coveredBy, firstRowsOf, indicatorNamed, reportOf, rowsOf } from '#app/report.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let medium: string;
let commune: string;
let writer: Actor & { id: string };
const october: Period = { from: '2026-10-01', to: '2026-10-31' };
const today = '2026-11-22';
/** An hour ahead of Greenwich all year. */
const zone = 'Africa/Tunis';
const covered = (...ids: string[]): Covered[] => ids.map((id) => ({ id, zone }));
const named = (name: string): IndicatorDefinition => reportIndicators.find((indicator) => indicator.name === name)!;
const figure = async (name: string, spaces: readonly Covered[] = covered(medium, commune), period = october) =>
	(await readReport(installation.db, spaces, period, today)).figures.find((one) => one.name === name)!;
const counters = () =>
	installation.db
		.selectFrom('counter')
		.selectAll()
		.orderBy('space_id')
		.orderBy('indicator')
		.orderBy('day')
		.orderBy('part')
		.execute();
const samples = () =>
	installation.db.selectFrom('sample').selectAll().orderBy('fact_id').orderBy('indicator').execute();

/** A month in the life of two spaces. */
beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	const { db, at } = installation;
	at('2026-10-02T09:00:00Z');
	medium = await build.aSpace();
	commune = await build.aSpace({ kind: 'commune' });
	await db.updateTable('space').set({ zone }).execute();
	const moderator = await build.aPerson(['moderator'], medium);
	const officer = await build.aPerson(['officer'], commune);
	const editor = await build.aPerson(['editor'], medium);
	writer = await build.aPerson();
	const other = await build.aPerson();
	await db.transaction().execute((tx) => addWatchedWords(tx, medium, [{ pattern: 'hmar', match: 'skeleton' }]));

	const { workId, versionId } = await build.aWork(medium);
	await build.aWork(medium, { locale: 'ar', title: 'حكاية' });
	await build.act(withdrawVersion, editor, medium, { versionId });
	await build.act(publishVersion, editor, medium, { versionId });
	const say = (actor: Actor, text: string, space = medium) =>
		build.act(contribute, actor, space, { subjectId: workId, locale: 'fr', text });
	await say(writer, 'Une première remarque sur le barrage.');
	await say(writer, 'Une seconde remarque sur les canaux.');
	await say(other, 'Je ne suis pas du même avis que vous.');
	await say(anonymous, 'Une voix sans compte, depuis le souk.');
	await say(anonymous, 'quel hmar, vraiment');
	at('2026-10-02T12:30:00Z');
	for (const open of await listCases(db, medium, { limit: 10, locale: 'fr' }))
		await build.act(decideCase, moderator, medium, { caseId: open.id, outcome: 'publish' });

	const processId = await build.aProcess(commune);
	const kept = await build.aProposal(commune, { processId });
	const declined = await build.aProposal(commune, { processId, author: writer });
	for (const person of [writer, other]) await build.act(supportProposal, person, commune, { proposalId: kept.id });
	await build.act(withdrawSupport, other, commune, { proposalId: kept.id });
	await build.act(answerProposal, officer, commune, {
		proposalId: declined.id,
		outcome: 'declined',
		reasons: { fr: 'Le budget ne le permet pas.' },
	});
	const { commitmentId } = await build.act(answerProposal, officer, commune, {
		proposalId: kept.id,
		outcome: 'accepted',
		reasons: { fr: 'Nous le ferons cette année.' },
		owners: { fr: 'Service des eaux' },
		dueOn: '2026-12-31',
	});
	for (const status of ['done', 'under_way', 'done'])
		await build.act(reportProgress, officer, commune, { commitmentId, status, notes: { fr: 'Avancement noté.' } });

	at('2026-10-31T23:30:00Z');
	await build.aWork(medium, { title: 'La nuit du premier novembre' });
	await installation.settle();
});

describe('a figure', () => {
	test('counts what its definition says', async () => {
		expect(await figure('works_published')).toMatchObject({
			value: 2,
			parts: [
				{ part: 'ar', n: 1 },
				{ part: 'fr', n: 1 },
			],
		});
		expect((await figure('contributions')).value).toBe(5);
		expect(await figure('contributors')).toMatchObject({ value: 2, parts: [{ part: 'person', n: 2 }] });
		expect(await figure('contributions_held')).toMatchObject({ value: 0.2, numerator: 1, denominator: 5 });
		expect(await figure('hours_to_decision')).toMatchObject({ value: 3.5, denominator: 1 });
		expect((await figure('supports')).value).toBe(1);
		expect(await figure('answers_in_time')).toMatchObject({ value: 1, numerator: 2, denominator: 2 });
		expect(await figure('answers')).toMatchObject({
			value: 2,
			parts: [
				{ part: 'accepted', n: 1 },
				{ part: 'declined', n: 1 },
			],
		});
		expect((await figure('commitments')).value).toBe(1);
		expect((await figure('commitments_done')).value).toBe(1);
	});

	test('takes the days of the space, not those of Greenwich', async () => {
		const november = { from: '2026-11-01', to: '2026-11-30' };
		expect((await figure('works_published', covered(medium), november)).value).toBe(1);
		const rows = await listSourceRows(installation.db, covered(medium), named('works_published'), november, 1, 5);
		expect(rows.rows.map(({ at }) => at.toISOString())).toEqual(['2026-10-31T23:30:00.000Z']);
	});

	test('of one space holds nothing of another', async () => {
		expect((await figure('proposals', covered(medium))).value).toBe(0);
		expect((await figure('proposals', covered(commune))).value).toBe(2);
	});

	test.each([
		['2026-08-01', '2026-08-31'],
		['2027-01-01', '2027-01-31'],
	])('from %s to %s is unknown, never zero', async (from, to) => {
		const report = await readReport(installation.db, covered(medium), { from, to }, today);
		expect(report.known).toBe(false);
		expect(report.figures.map(({ value }) => value)).toEqual(reportIndicators.map(() => null));
		expect(report.days).toEqual([]);
	});

	test('without a denominator is unknown', async () => {
		expect(await figure('answers_in_time', covered(medium))).toMatchObject({
			value: null,
			numerator: 0,
			denominator: 0,
		});
		expect(await figure('hours_to_decision', covered(commune))).toMatchObject({ value: null, denominator: 0 });
	});
});

describe('the facts behind a figure', () => {
	test.each(reportIndicators.map(({ name }) => [name]))('of %s come to the figure', async (name) => {
		const { unit, numerator, denominator } = await figure(name);
		const rows = await listSourceRows(installation.db, covered(medium, commune), named(name), october, 1, 500);
		expect(rows.total).toBe(unit === 'hours' ? denominator : numerator);
		expect(rows.rows.reduce((sum, row) => sum + row.counted, 0)).toBe(rows.total);
		expect(rows.rows.at(-1)?.running ?? 0).toBe(rows.total);
		expect(rows.rows.map((row) => row.at.getTime())).toEqual(
			rows.rows.map((row) => row.at.getTime()).sort((a, b) => a - b),
		);
	});

	test('come in pages whose running totals go on', async () => {
		const all = await listSourceRows(
			installation.db,
			covered(medium, commune),
			named('contributions'),
			october,
			1,
			500,
		);
		const pages = [];
		for (let page = 1; page <= 3; page++)
			pages.push(
				await listSourceRows(installation.db, covered(medium, commune), named('contributions'), october, page, 2),
			);
		expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
		expect(pages.map(({ page, pages: of, count, total }) => [page, of, count, total])).toEqual(
			[1, 2, 3].map((page) => [page, 3, 5, 5]),
		);
		expect(
			await listSourceRows(installation.db, covered(medium, commune), named('contributions'), october, 99, 2),
		).toEqual(pages[2]);
		expect(
			await listSourceRows(installation.db, covered(commune), named('contributions'), october, 1, 2),
		).toMatchObject({ rows: [], count: 0, total: 0, pages: 1 });
	});

	test('of spaces in several zones keep to the days of each', async () => {
		const apart = [
			{ id: medium, zone },
			{ id: commune, zone: 'America/La_Paz' },
		];
		const rows = await listSourceRows(installation.db, apart, named('answers'), october, 1, 500);
		expect(rows.total).toBe(2);
		const before = await listSourceRows(
			installation.db,
			apart,
			named('answers'),
			{ from: '2026-10-02', to: '2026-10-02' },
			1,
			500,
		);
		expect(before.total).toBe(2);
	});
});

describe('counting afresh', () => {
	test('gives what following gave', async () => {
		const months = [october, { from: '2026-11-01', to: '2026-11-30' }];
		const inTime = async () =>
			Promise.all(months.map((month) => figure('answers_in_time', covered(medium, commune), month)));
		const dueBefore = await inTime();
		const [old, oldSamples] = [await counters(), await samples()];
		expect(old.length).toBeGreaterThan(10);
		expect(await rebuildCounters(installation.db)).toBeGreaterThan(20);
		expect(await counters()).toEqual(old);
		expect(await samples()).toEqual(oldSamples);
		expect(await inTime()).toEqual(dueBefore);
	});

	test('mends counters that went wrong, and following goes on from there', async () => {
		const before = (await figure('contributions')).value!;
		await installation.db.updateTable('counter').set({ n: 1000 }).where('indicator', '=', 'contributions').execute();
		await rebuildCounters(installation.db);
		expect((await figure('contributions')).value).toBe(before);
		installation.at('2026-11-03T10:00:00Z');
		const { workId } = await build.aWork(medium);
		await build.act(contribute, anonymous, medium, {
			subjectId: workId,
			locale: 'fr',
			text: 'Une remarque de novembre.',
		});
		await installation.settle();
		await installation.settle();
		expect((await figure('contributions', covered(medium), { from: '2026-11-01', to: '2026-11-30' })).value).toBe(1);
		const old = await counters();
		await rebuildCounters(installation.db);
		expect(await counters()).toEqual(old);
	});
});

describe('the report as pages and files show it', () => {
	test('covers a space and those below it', async () => {
		const tree = await readSpaceTree(installation.db);
		expect(coveredBy(tree, tree.root!).map(({ id }) => id)).toEqual(expect.arrayContaining([medium, commune]));
		expect(coveredBy(tree, tree.byId.get(medium)!)).toEqual([{ id: medium, zone }]);
	});

	test('hides in files the groups of people that are too small', async () => {
		const tree = await readSpaceTree(installation.db);
		const space = tree.root!;
		const edition = {
			space,
			report: await reportOf(tree, space, october, today),
			covers: 3,
			locale: 'fr' as const,
			t: translatorFor('fr'),
			f: formatsFor('fr', { zone }),
			now: installation.clock(),
			origin: 'https://example.org',
			sources: [],
		};
		const table = parseCsv(toCsv(reportTable(edition)));
		expect(table.find(([label, part]) => label === 'Personnes qui contribuent' && part !== '')?.[2]).toBe('moins de 5');
		expect(table.find(([label, part]) => label === 'Personnes qui contribuent' && part === '')?.[2]).toBe('2');
		expect(table.find(([label, part]) => label === 'Versions publiées' && part === 'arabe')?.[2]).toBe('1');
		expect(table.find(([label]) => label === 'Délai de décision')?.[2]).toBe('3.5');
	});

	test('carries the rows of every figure with it, under addresses the public can open', async () => {
		const tree = await readSpaceTree(installation.db);
		const space = tree.root!;
		const words = { t: translatorFor('fr'), locale: 'fr' as const, origin: 'https://example.org' };
		const report = await reportOf(tree, space, october, today);
		const [head, ...rows] = parseCsv(toCsv(rowsTable(words, tree, await allRowsOfReport(tree, space, october, 'fr'))));
		const column = (name: string) => head!.indexOf(name);
		for (const { name, unit, by, people, parts: counts, numerator, denominator } of report.figures) {
			const own = rows.filter((row) => row[column('Code de l’indicateur')] === name);
			const sum = own.reduce((all, row) => all + Number(row[column('Compte pour')]), 0);
			expect([name, sum]).toEqual([name, unit === 'hours' ? denominator : numerator]);
			// Parts are traced like their sum, but for groups of people.
			const parts = Map.groupBy(own, (row) => row[column('Partie')]!);
			if (people) expect([...parts.keys()].filter(Boolean)).toEqual([]);
			else if (by !== null && unit === 'count')
				expect(
					Object.fromEntries(
						[...parts].map(([part, counted]) => [
							part,
							counted.reduce((all, row) => all + Number(row[column('Compte pour')]), 0),
						]),
					),
				).toEqual(Object.fromEntries(counts.map(({ part, n }) => [partLabel(by, part, words.t), n])));
		}
		const addresses = rows.map((row) => row[column('Adresse')]!);
		expect(addresses.some((address) => /^https:\/\/example\.org\/w\/\w+$/.test(address))).toBe(true);
		expect(addresses.join(' ')).not.toContain('/desk/');

		const sources = await firstRowsOf(tree, space, october, 3, 'fr');
		const f = formatsFor('fr', { zone });
		const edition = { ...words, space, report, covers: 3, f, now: installation.clock(), sources };
		const annex = reportPaper(edition).sections.find(
			({ heading }) => heading.startsWith('Faits comptés') && heading.endsWith('Contributions'),
		)!;
		expect(annex.table!.rows).toHaveLength(3);
		expect(annex.after).toBe('Et 2 autres, dans le fichier des faits (CSV).');
		expect(JSON.stringify(reportPaper(edition))).not.toContain('/desk/');
		const counted = parseCsv(toCsv(reportTable(edition))).find((row) => row[9] === 'contributions')!;
		expect(counted.slice(10)).toEqual([
			'5',
			`https://example.org/fr/desk/s/${space.address}/report/contributions?from=2026-10-01&to=2026-10-31`,
		]);
	});

	test('names what is public, and says of the rest only why it is not shown', async () => {
		const tree = await readSpaceTree(installation.db);
		const space = tree.byId.get(medium)!;
		const rows = await rowsOf(tree, space, indicatorNamed('contributions'), october, 1, 'fr');
		const own = rows.rows.find((row) => row.shown?.title.startsWith('Une première'))!;
		expect(own.shown?.path).toContain(`#c-${own.subject}`);
		await build.act(withdrawContribution, writer, medium, { id: own.subject });
		await build.act(erasePerson, writer, null, {
			confirmation: (
				await installation.db.selectFrom('person').select('email').where('id', '=', writer.id).executeTakeFirstOrThrow()
			).email,
		});
		await installation.settle();
		const after = await rowsOf(tree, space, indicatorNamed('contributions'), october, 1, 'fr');
		expect(after.total).toBe(rows.total);
		expect(after.rows.find((row) => row.subject === own.subject)).toMatchObject({ shown: null, absent: 'erased' });
		const table = rowsTable({ t: translatorFor('fr'), locale: 'fr', origin: 'https://example.org' }, tree, [
			{ name: 'contributions', rows: await allRowsOf(tree, space, indicatorNamed('contributions'), october, 'fr') },
		]);
		expect(table).toHaveLength(6);
		expect(JSON.stringify(table)).toContain('Effacé');
		expect(JSON.stringify(table)).not.toContain('première remarque');
	});
});
