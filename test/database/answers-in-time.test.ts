// «Answers in time» is a share of the answers that were due, not only of those given.
import { beforeAll, describe, expect, test } from 'vitest';
import { formatsFor, translatorFor } from '#platform/i18n/index.ts';
import type { Period } from '#engines/impact/index.ts';
import { rebuildCounters } from '#engines/impact/server/index.ts';
import { erasePerson } from '#foundations/accounts/server/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { answerProposal, listLateAnswers, withdrawProposal } from '#modules/participation/server/index.ts';
import { rowsTable } from '#app/report-rows.ts';
import { allRowsOf, figureNamed, indicatorNamed, reportOf, rowsOf } from '#app/report.ts';
import { partLabel } from '#app/report-words.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let commune: string;
const proposals: Record<string, string> = {};
const november: Period = { from: '2026-11-01', to: '2026-11-30' };
const october: Period = { from: '2026-10-01', to: '2026-10-31' };
const definition = indicatorNamed('answers_in_time');

const place = async () => {
	const tree = await readSpaceTree(installation.db);
	return { tree, space: tree.byId.get(commune)! };
};
async function figure(period: Period) {
	const { tree, space } = await place();
	return figureNamed(await reportOf(tree, space, period, '2026-11-25'), 'answers_in_time');
}

/** Proposals of September and October in a commune that answers within forty days; the 25th of November is today. */
beforeAll(async () => {
	installation = await testInstallation();
	const { at, db } = installation;
	const build = builders(installation);
	at('2026-09-01T09:00:00Z');
	commune = await build.aSpace({ kind: 'commune' });
	await db.updateTable('space').set({ zone: 'Africa/Tunis', answer_days: 40 }).where('id', '=', commune).execute();
	const officer = await build.aPerson(['officer'], commune);
	const author = await build.aPerson();
	const leaving = await build.aPerson([], undefined, { email: 'partie@example.org' });
	const propose = async (name: string, day: string, by = author) => {
		at(`${day}T10:00:00Z`);
		proposals[name] = (await build.aProposal(commune, { author: by })).id;
	};
	const answer = async (name: string, day: string) => {
		at(`${day}T10:00:00Z`);
		await build.act(answerProposal, officer, commune, {
			proposalId: proposals[name],
			outcome: 'declined',
			reasons: { fr: 'Le budget de cette année ne le permet pas.' },
		});
	};
	await propose('due in October, answered in November', '2026-09-10');
	await propose('due the first of November, never answered', '2026-09-22');
	await propose('withdrawn before its day', '2026-09-25');
	await propose('its author’s account erased before its day', '2026-09-26', leaving);
	await propose('answered in time', '2026-10-01');
	await propose('due the tenth, answered the twentieth', '2026-10-01');
	await propose('due yesterday', '2026-10-15');
	await propose('due today', '2026-10-16');
	at('2026-10-20T10:00:00Z');
	await build.act(withdrawProposal, author, commune, { id: proposals['withdrawn before its day'] });
	await build.act(erasePerson, leaving, null, { confirmation: 'partie@example.org' });
	await answer('answered in time', '2026-11-10');
	await answer('due in October, answered in November', '2026-11-12');
	await answer('due the tenth, answered the twentieth', '2026-11-20');
	at('2026-11-25T10:00:00Z');
	await installation.settle();
});

describe('answers in time', () => {
	test('are a share of all that were due in the period', async () => {
		expect(await figure(november)).toMatchObject({
			value: 0.2,
			numerator: 1,
			denominator: 5,
			by: 'timeliness',
			parts: [
				{ part: 'in_time', n: 1 },
				{ part: 'late', n: 2 },
				{ part: 'overdue', n: 2 },
			],
		});
	});

	test('of a month that is over stay as they were when an answer comes later', async () => {
		expect(await figure(october)).toMatchObject({ value: 0, denominator: 1, parts: [{ part: 'overdue', n: 1 }] });
	});

	test('leave out nothing the page of late answers shows', async () => {
		const { tree, space } = await place();
		const late = await listLateAnswers(installation.db, [space], installation.clock(), 50);
		const rows = await rowsOf(tree, space, definition, november, 1, 'fr');
		const overdue = rows.rows.filter((row) => row.part === 'overdue');
		expect(overdue.map((row) => [row.subject, row.course?.dueOn])).toEqual(
			late.items.map((item) => [item.id, item.dueOn]),
		);
		expect(late.total).toBe(2);
	});

	test('counted afresh are the same', async () => {
		const before = [await figure(october), await figure(november)];
		await rebuildCounters(installation.db);
		expect([await figure(october), await figure(november)]).toEqual(before);
	});

	test('show the days behind them, row by row', async () => {
		const { tree, space } = await place();
		const rows = await rowsOf(tree, space, definition, november, 1, 'fr');
		expect(
			rows.rows.map(({ course, part }) => [course?.begunOn, course?.dueOn, course?.endedOn, course?.days, part]),
		).toEqual([
			['2026-09-22', '2026-11-01', null, null, 'overdue'],
			['2026-10-01', '2026-11-10', '2026-11-10', 40, 'in_time'],
			['2026-09-10', '2026-10-20', '2026-11-12', 63, 'late'],
			['2026-10-01', '2026-11-10', '2026-11-20', 50, 'late'],
			['2026-10-15', '2026-11-24', null, null, 'overdue'],
		]);
		expect(rows).toMatchObject({ count: 5, total: 1 });
		const t = translatorFor('fr');
		const table = rowsTable({ t, locale: 'fr', origin: 'https://example.org' }, tree, [
			{ name: definition.name, rows: await allRowsOf(tree, space, definition, november, 'fr') },
		]);
		expect(table[0]!.slice(-5)).toEqual(['Déposée le', 'Réponse due le', 'Réponse le', 'Jours écoulés', 'Délai']);
		expect(table[1]!.slice(-5)).toEqual([
			'2026-09-22',
			'2026-11-01',
			'Pas de réponse dans la période',
			'',
			partLabel('timeliness', 'overdue', t),
		]);
		expect(formatsFor('fr').percent(0.2)).toMatch(/20/);
	});
});
