// The first visit, by more than one person at once: exactly one of them has it, the others are told.
import { describe, expect, test } from 'vitest';
import { anonymous } from '#platform/actor.ts';
import { isRefused } from '#platform/refusal.ts';
import { readSetting } from '#platform/server/settings.ts';
import { setUp } from '#foundations/spaces/server/index.ts';
import { loadSeeds } from '#app/seeds/load.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';
import { breakingAt } from '#test/power-cut.ts';

const founding = (installation: TestInstallation, name: string) =>
	builders(installation).act(setUp, anonymous, null, {
		name,
		languages: ['fr', 'ar'],
		region: 'MA',
		adminName: 'Amina',
		email: `${name.toLowerCase()}@example.org`,
		password: 'une phrase assez longue',
	});
const roots = async ({ db }: TestInstallation): Promise<number> =>
	(await db.selectFrom('space').select('id').where('parent_id', 'is', null).execute()).length;
const persons = async ({ db }: TestInstallation): Promise<number> =>
	(await db.selectFrom('person').select('id').execute()).length;
const outcome = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
		return 'done';
	} catch (error) {
		return isRefused(error) ? error.refusal.code : String(error);
	}
};

const cut = 'Error: the power is gone';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an empty installation', () => {
	test('set up by four people at the same moment has one portal and one administrator', async () => {
		const installation = await testInstallation();
		const answers = await Promise.all(
			['Un', 'Deux', 'Trois', 'Quatre'].map((name) => outcome(founding(installation, name))),
		);
		expect(answers.sort()).toEqual(['done', ...Array<string>(3).fill('installation.already_done')]);
		expect([await roots(installation), await persons(installation)]).toEqual([1, 1]);
	});

	test.each([0, 2, 5, 10, 30, 100, 300])(
		'set up %i ms after somebody asked for the demonstration has one or the other, never both',
		async (after) => {
			const installation = await testInstallation();
			const loading = outcome(loadSeeds(breakingAt(installation, 3)));
			await pause(after);
			const mine = await outcome(founding(installation, 'Reseau'));
			const theirs = await loading;
			expect([
				['done', 'demo.not_empty'],
				['demo.loading', cut],
				['installation.already_done', cut],
			]).toContainEqual([mine, theirs]);
			expect(await roots(installation)).toBe(1);
		},
	);

	test('whose loading died before anything was there may be set up, and then takes no demonstration', async () => {
		const installation = await testInstallation();
		expect(await outcome(loadSeeds(breakingAt(installation, 1)))).toBe(cut);
		expect(await readSetting(installation.db, 'demo_loading')).not.toBeNull();
		expect(await outcome(founding(installation, 'Reseau'))).toBe('done');
		expect((await refusalFrom(loadSeeds(installation))).code).toBe('demo.not_empty');
		expect(await roots(installation)).toBe(1);
	});
});
