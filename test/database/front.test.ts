// The lists a front page is made of: the newest works of many spaces page by page, processes with counts, promises.
import { beforeAll, describe, expect, test } from 'vitest';
import {
	answerProposal,
	countKept,
	listKept,
	listProcessesOf,
	reportProgress,
} from '#modules/participation/server/index.ts';
import { overdueDays } from '#modules/participation/index.ts';
import { listPublished, withdrawVersion } from '#modules/publishing/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import type { Actor } from '#platform/actor.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
});

describe('the newest works of several spaces', () => {
	test('come in the order of publication, every one once, page by page, published ones only', async () => {
		const spaces = [await build.aSpace(), await build.aSpace(), await build.aSpace()];
		const published: string[] = [];
		for (let n = 0; n < 13; n++) {
			// Two at each instant, in two spaces: the order among them must hold from page to page.
			installation.at(new Date(Date.UTC(2026, 9, 1, 8, n >> 1)));
			published.push((await build.aWork(spaces[n % 2]!)).versionId);
		}
		const gone = await build.aWork(spaces[0]!);
		const editor = await build.aPerson(['editor'], spaces[0]!);
		await build.act(withdrawVersion, editor, spaces[0]!, { versionId: gone.versionId, reason: 'Une erreur.' });
		await build.aWork(spaces[1]!, { locale: 'ar' });
		const read: string[] = [];
		let after: string | undefined;
		do {
			const page = await listPublished(installation.db, { spaceIds: spaces, locale: 'fr', limit: 3, after });
			expect(page.items.length).toBeGreaterThan(0);
			read.push(...page.items.map((work) => work.versionId));
			after = page.next ?? undefined;
		} while (after);
		const newestFirst = [...published].sort((a, b) => {
			const minute = (id: string) => published.indexOf(id) >> 1;
			return minute(b) - minute(a) || (a < b ? 1 : -1);
		});
		expect(read).toEqual(newestFirst);
		const none = await listPublished(installation.db, { spaceIds: [], locale: 'fr', limit: 3 });
		expect(none).toEqual({ items: [], next: null });
	});
});

describe('what was promised', () => {
	const dueOn = ['2026-10-15', '2026-10-10', '2026-12-01', '2026-11-01', '2026-10-14'];
	let spaceId: string;
	let officer: Actor;
	const commitments: string[] = [];

	beforeAll(async () => {
		installation.at('2026-10-01T09:00:00Z');
		spaceId = await build.aSpace({ kind: 'commune' });
		await installation.db.updateTable('space').set({ zone: 'Africa/Tunis' }).where('id', '=', spaceId).execute();
		officer = await build.aPerson(['officer'], spaceId);
		const processId = await build.aProcess(spaceId);
		for (const day of dueOn) {
			const { id } = await build.aProposal(spaceId, { processId });
			const { commitmentId } = await build.act(answerProposal, officer, spaceId, {
				proposalId: id,
				outcome: 'accepted',
				reasons: { fr: `Oui, avant le ${day}.` },
				owners: { fr: 'Service des eaux' },
				dueOn: day,
			});
			commitments.push(commitmentId!);
		}
		const move = (commitmentId: string, status: string, note: string) =>
			build.act(reportProgress, officer, spaceId, { commitmentId, status, notes: { fr: note } });
		await move(commitments[2]!, 'under_way', 'Le chantier est ouvert.');
		await move(commitments[2]!, 'done', 'La route est rouverte.');
		await move(commitments[3]!, 'abandoned', 'Le terrain n’est pas à la commune.');
		installation.at('2026-10-14T23:30:00Z');
	});

	const kept = async (filter?: 'late' | 'under_way' | 'done') => {
		const space = (await readSpace(installation.db, spaceId))!;
		return listKept(installation.db, [space], { filter, limit: 20, offset: 0 }, installation.clock());
	};

	test('shows what is late first, by the day it is in the zone of its space', async () => {
		const all = await kept();
		expect(all.map((one) => one.dueOn)).toEqual(['2026-10-10', '2026-10-14', '2026-10-15', '2026-12-01', '2026-11-01']);
		// Half past midnight of the fifteenth in Tunis.
		expect(all.map((one) => one.lateDays)).toEqual([5, 1, 0, 0, 0]);
		for (const one of all) expect(one.lateDays).toBe(overdueDays(one, '2026-10-15'));
		expect(all[3]!.progress.map((note) => [note.status, note.notes.fr])).toEqual([
			['under_way', 'Le chantier est ouvert.'],
			['done', 'La route est rouverte.'],
		]);
		expect(all[3]!.progress[0]!.at).toEqual(new Date('2026-10-01T09:00:00Z'));
	});

	test('is filtered and counted by the same rule', async () => {
		const days = async (filter: 'late' | 'under_way' | 'done') => (await kept(filter)).map((one) => one.dueOn);
		expect(await days('late')).toEqual(['2026-10-10', '2026-10-14']);
		expect(await days('under_way')).toEqual(['2026-10-15']);
		expect(await days('done')).toEqual(['2026-12-01']);
		const space = (await readSpace(installation.db, spaceId))!;
		expect(await countKept(installation.db, [space], installation.clock())).toEqual({
			all: 5,
			done: 1,
			under_way: 1,
			late: 2,
			abandoned: 1,
		});
		expect(await countKept(installation.db, [], installation.clock())).toMatchObject({ all: 0, late: 0 });
	});

	test('stands beside processes that say how much came in and how much is answered', async () => {
		const [counted] = await listProcessesOf(installation.db, [spaceId]);
		expect(counted).toMatchObject({ proposals: 5, answers: 5, process: { spaceId } });
		expect(await listProcessesOf(installation.db, [])).toEqual([]);
	});
});
