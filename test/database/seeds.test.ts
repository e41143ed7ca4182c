// The demonstration: loads, repeats without effect, completes a loading cut short, and its figures can be counted again.
import { describe, expect, test } from 'vitest';
import { rebuildCounters } from '#engines/impact/server/index.ts';
import { onePerRole, roles } from '#foundations/spaces/index.ts';
import { listHolders, readTerritories, saveTerritories } from '#foundations/spaces/server/index.ts';
import { followerLag } from '#platform/server/activity/index.ts';
import { listSources } from '#modules/publishing/server/index.ts';
import { wallTimeOf } from '#platform/time.ts';
import { readSetting } from '#platform/server/settings.ts';
import { readPack } from '#app/packs.ts';
import { readContent } from '#app/seeds/content.ts';
import { totalOf, waitingFor } from '#app/waiting.ts';
import { countAll } from '#app/seeds/count.ts';
import { loadSeeds } from '#app/seeds/load.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';
import { breakingAt } from '#test/power-cut.ts';

const minute = 60_000;

/** Where one click leads in each role: the producer, the editor, the moderator and the community manager share a radio. */
const entrances = {
	producer: 'radio-tizi',
	editor: 'radio-tizi',
	validator: 'adala-qariba',
	moderator: 'radio-tizi',
	community_manager: 'radio-tizi',
	facilitator: 'tiznert',
	officer: 'tiznert',
	analyst: 'atlas',
	coordinator: 'atlas',
	admin: 'atlas',
} as const;

/** Rows of a table by the value of one column. */
async function tally(
	{ db }: TestInstallation,
	table: 'work_version' | 'contribution' | 'proposal',
	by = 'state',
): Promise<Record<string, number>> {
	const rows = await db
		.selectFrom(table)
		.select(({ fn, ref }) => [ref(by as 'state').as('key'), fn.countAll<number>().as('n')])
		.groupBy(by as 'state')
		.execute();
	return Object.fromEntries(rows.map((row) => [row.key, row.n]));
}

const countersOf = ({ db }: TestInstallation) =>
	db
		.selectFrom('counter')
		.selectAll()
		.orderBy('space_id')
		.orderBy('indicator')
		.orderBy('day')
		.orderBy('part')
		.execute();
const samplesOf = ({ db }: TestInstallation) =>
	db.selectFrom('sample').selectAll().orderBy('fact_id').orderBy('indicator').execute();

describe('the demonstration', () => {
	test(
		'is whole, true to its content, the same when loaded again, and counted the same from the log',
		{ timeout: 3 * minute },
		async () => {
			const installation = await testInstallation();
			const { db } = installation;
			await loadSeeds(installation);
			const content = await readContent();
			const counts = await countAll(db);
			expect(counts).toMatchObject({
				spaces: content.spaces.length,
				people: content.people.length,
				// Two entries of the feed can be read.
				works: content.works.length + 2,
				contributions: 302,
				proposals: 24,
				answers: 12,
				supports: content.proposals.reduce((sum, proposal) => sum + proposal.supports, 0),
				decisions: content.contributions.filter((one) => one.decision).length,
			});
			const holders = await listHolders(db);
			expect(new Set(holders.map(({ personId }) => personId)).size).toBe(holders.length);
			const spaceOf = new Map(
				(await db.selectFrom('space').select(['id', 'address']).execute()).map((row) => [row.id, row.address]),
			);
			expect(onePerRole(holders).map((entry) => [entry.role, spaceOf.get(entry.spaceId)])).toEqual(
				roles.map((role) => [role, entrances[role]]),
			);
			const [source] = await listSources(db, holders.find(({ role }) => role === 'producer')!.spaceId);
			expect(source?.lastFailures.map(({ why }) => why)).toEqual(['feed_item.no_link', 'feed_item.no_title']);
			const desk = await waitingFor(
				holders.find(({ role }) => role === 'community_manager')!.personId,
				new Map([[holders.find(({ role }) => role === 'community_manager')!.spaceId, ['community_manager']]]),
				installation.clock(),
				'fr',
			);
			expect(totalOf(desk.counts).count).toBeGreaterThan(3);
			expect(totalOf(desk.counts).count).toBeLessThan(25);
			const waited = (
				await db.selectFrom('sample').select('value').where('indicator', '=', 'hours_to_decision').execute()
			)
				.map(({ value }) => Number(value))
				.sort((a, b) => a - b);
			expect(waited[Math.floor(waited.length / 2)]).toBeGreaterThan(1);
			expect(waited[Math.floor(waited.length / 2)]).toBeLessThan(16);
			const answered = await db.selectFrom('answer').select('at').execute();
			for (const { at } of answered) expect(wallTimeOf(at, 'Africa/Casablanca').slice(11)).toMatch(/^(09|1[0-6]):/);
			const drawn = await db.selectFrom('work').select('image_alt').where('image_file', 'is not', null).execute();
			expect(drawn.map((work) => work.image_alt).sort()).toEqual(content.pictures.map(({ alt }) => alt).sort());
			const published = await db
				.selectFrom('work_version')
				.select('work_id')
				.distinct()
				.where('state', '=', 'published')
				.execute();
			expect(published).toHaveLength(92);
			expect(await tally(installation, 'work_version')).toMatchObject({
				draft: 3,
				proposed: 7,
				returned: 2,
				scheduled: 3,
			});
			expect(await tally(installation, 'proposal')).toEqual({ published: 24 });
			expect((await tally(installation, 'contribution'))['refused']).toBe(
				content.contributions.filter((one) => one.expected === 'refused').length,
			);
			const open = await db.selectFrom('moderation_case').select('id').where('state', '=', 'open').execute();
			expect(open).toHaveLength(content.contributions.filter((one) => one.expected === 'held').length);

			const proposals = await db.selectFrom('proposal').select(['id', 'supports']).execute();
			for (const { id, supports } of proposals)
				expect(
					await db.selectFrom('support').select('person_key').where('proposal_id', '=', id).execute(),
				).toHaveLength(supports);
			const threads = await db.selectFrom('thread').select(['id', 'published']).execute();
			for (const thread of threads)
				expect(
					await db
						.selectFrom('contribution')
						.select('id')
						.where('thread_id', '=', thread.id)
						.where('state', '=', 'published')
						.execute(),
				).toHaveLength(thread.published);
			expect(await db.selectFrom('activity').select('id').where('at', '>', installation.clock()).execute()).toEqual([]);
			expect(await db.selectFrom('notice').select('fact_id').execute()).toEqual([]);
			expect((await followerLag(db)).filter((follower) => follower.lag > 0 || follower.error)).toEqual([]);
			expect(await readSetting(db, 'demo')).toBe(true);

			await loadSeeds(installation);
			expect(await countAll(db)).toEqual(counts);

			const before = { counters: await countersOf(installation), samples: await samplesOf(installation) };
			expect(before.counters.length).toBeGreaterThan(100);
			await rebuildCounters(db);
			await installation.settle();
			expect({ counters: await countersOf(installation), samples: await samplesOf(installation) }).toEqual(before);
		},
	);

	test('cut short twice is completed by a repeat, with nothing twice', { timeout: 3 * minute }, async () => {
		const installation = await testInstallation();
		for (const step of [4, 120])
			await expect(loadSeeds(breakingAt(installation, step))).rejects.toThrow('the power is gone');
		const broken = await countAll(installation.db);
		expect(broken.works).toBeGreaterThan(0);
		expect(broken.contributions).toBeLessThan(300);
		expect(await readSetting(installation.db, 'demo')).toBeNull();
		await loadSeeds(installation);
		expect(await countAll(installation.db)).toMatchObject({
			spaces: 6,
			people: 63,
			works: 105,
			contributions: 302,
			proposals: 24,
			answers: 12,
			supports: 1911,
		});
		const doubled = await installation.db
			.selectFrom('work_version')
			.select('title')
			.groupBy('title')
			.having(({ fn }) => fn.countAll(), '>', 1)
			.execute();
		expect(doubled).toEqual([]);
	});

	test('is refused where somebody has begun, and where a loading broke too long ago', async () => {
		const used = await testInstallation();
		await builders(used).root();
		expect((await refusalFrom(loadSeeds(used))).code).toBe('demo.not_empty');
		const stale = await testInstallation();
		await expect(loadSeeds(breakingAt(stale, 2))).rejects.toThrow('the power is gone');
		stale.at(new Date(stale.clock().getTime() + 7 * 86_400_000));
		expect((await refusalFrom(loadSeeds(stale))).code).toBe('demo.interrupted');
	});
});

describe('territory packs', () => {
	test.each([
		['morocco', 1_598, 12],
		['tunisia', 552, 24],
		['bolivia', 465, 9],
	] as const)('%s is a tree of %i places under %i tops, renewed by a second import', async (name, places, tops) => {
		const { db } = await testInstallation();
		const rows = readTerritories(await readPack(name));
		const began = performance.now();
		expect(await db.transaction().execute((tx) => saveTerritories(tx, rows))).toBe(places);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(await db.selectFrom('territory').select('id').where('parent_id', 'is', null).execute()).toHaveLength(tops);
		await db.transaction().execute((tx) => saveTerritories(tx, rows));
		expect((await countAll(db)).territories).toBe(places);
	});

	test('localities of Tunisia hang below the places of the first file', async () => {
		const { db } = await testInstallation();
		for (const name of ['tunisia', 'tunisia-localities']) {
			const rows = readTerritories(await readPack(name));
			await db.transaction().execute((tx) => saveTerritories(tx, rows));
		}
		expect((await countAll(db)).territories).toBe(552 + 1_208);
		const orphans = await db
			.selectFrom('territory')
			.select('code')
			.where('level', '=', 'locality')
			.where('parent_id', 'is', null)
			.execute();
		expect(orphans).toEqual([]);
	});
});
