// Proposals, supports, answers and commitments; who may read what, in code and in SQL alike.
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import {
	answerProposal,
	listProposals,
	participation,
	reportProgress,
	showProposal,
	supportProposal,
	withdrawProposal,
	withdrawSupport,
} from '#modules/participation/server/index.ts';
import { mayRead as mayReadProposal } from '#modules/participation/proposals/policy.ts';
import { mayRead as mayReadWork } from '#modules/publishing/policy.ts';
import type { State } from '#modules/publishing/index.ts';
import { visibleTo as visibleWorks } from '#modules/publishing/server/store.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let officer: Actor;

beforeAll(async () => {
	installation = await testInstallation({}, 20);
	build = builders(installation);
	space = await build.aSpace({ kind: 'commune' });
	officer = await build.aPerson(['officer'], space);
});

const show = async (id: string, actor: Actor = anonymous) =>
	showProposal(installation.db, (await readSpace(installation.db, space))!, actor, { id }, installation.clock());

describe('support', () => {
	test('counts once a person, however often and however fast they press', async () => {
		const { id } = await build.aProposal(space);
		const person = await build.aPerson();
		await Promise.all(Array.from({ length: 20 }, () => build.act(supportProposal, person, space, { proposalId: id })));
		expect((await show(id))?.supports).toBe(1);
		await build.act(withdrawSupport, person, space, { proposalId: id });
		await build.act(withdrawSupport, person, space, { proposalId: id });
		expect((await show(id))?.supports).toBe(0);
	});

	test('of guests counts once a device, and only where the space lets them', async () => {
		const { id } = await build.aProposal(space);
		for (const device of ['a', 'a', 'b'])
			await build.act(supportProposal, anonymous, space, { proposalId: id, device });
		expect((await show(id))?.supports).toBe(2);
		expect((await refusalFrom(build.act(supportProposal, anonymous, space, { proposalId: id }))).code).toBe(
			'support.device_missing',
		);
		const closed = await build.aSpace({ kind: 'commune', guests: false });
		const there = await build.aProposal(closed, { author: await build.aPerson() });
		expect(
			(await refusalFrom(build.act(supportProposal, anonymous, closed, { proposalId: there.id, device: 'c' }))).code,
		).toBe('access.sign_in');
	});

	test('by two hundred people at once adds up', async () => {
		const { id } = await build.aProposal(space);
		await Promise.all(
			Array.from({ length: 200 }, (_, n) =>
				build.act(supportProposal, anonymous, space, { proposalId: id, device: `d${n}` }),
			),
		);
		expect((await show(id))?.supports).toBe(200);
	});
});

describe('an answer', () => {
	const accepted = {
		outcome: 'accepted',
		reasons: { fr: 'Acceptée pour un minibus.' },
		owners: { fr: 'Service social' },
		budget: 180000,
		dueOn: '2027-03-31',
	};

	test('makes a commitment, and the bridge shows each stage', async () => {
		const { id } = await build.aProposal(space);
		const { commitmentId } = await build.act(answerProposal, officer, space, { proposalId: id, ...accepted });
		expect((await show(id))?.stages.map((stage) => stage.state)).toEqual(['on', 'empty', 'on', 'on', 'empty']);
		await build.act(reportProgress, officer, space, {
			commitmentId,
			status: 'done',
			notes: { fr: 'Le minibus roule depuis lundi.' },
		});
		const done = await show(id);
		expect(done?.stages.at(-1)?.state).toBe('on');
		expect(done?.commitment).toMatchObject({ budget: 180000, currency: 'MAD', status: 'done' });
	});

	test('waits as late only once its day is over where the commune is', async () => {
		const { id } = await build.aProposal(space);
		await build.act(answerProposal, officer, space, { proposalId: id, ...accepted, dueOn: '2026-12-01' });
		const late = async (at: string) =>
			(
				await participation.waiting!(installation.db, officer.id!, new Map([[space, ['officer']]]), new Date(at), 'fr')
			).items.filter(({ key, since }) => key === 'waiting.commitment' && since.toISOString().startsWith('2026-12-01'))
				.length;
		await installation.db.updateTable('space').set({ zone: 'America/La_Paz' }).where('id', '=', space).execute();
		const [before, after] = [await late('2026-12-02T03:59:00Z'), await late('2026-12-02T04:00:00Z')];
		await installation.db.updateTable('space').set({ zone: 'Africa/Casablanca' }).where('id', '=', space).execute();
		expect([before, after]).toEqual([0, 1]);
	});

	test('is given once', async () => {
		const { id } = await build.aProposal(space);
		await build.act(answerProposal, officer, space, {
			proposalId: id,
			outcome: 'declined',
			reasons: { fr: 'La route est provinciale.' },
		});
		expect((await refusalFrom(build.act(answerProposal, officer, space, { proposalId: id, ...accepted }))).code).toBe(
			'answer.already_done',
		);
		expect((await show(id))?.awaited.code).toBe('bridge.declined');
	});

	test('needs an owner, a date to come and an officer', async () => {
		const { id } = await build.aProposal(space);
		expect(
			(await refusalFrom(build.act(answerProposal, officer, space, { proposalId: id, ...accepted, owners: {} }))).field,
		).toBe('owners');
		expect(
			(
				await refusalFrom(
					build.act(answerProposal, officer, space, { proposalId: id, ...accepted, dueOn: '2026-01-01' }),
				)
			).code,
		).toBe('commitment.date_past');
		expect(
			(
				await refusalFrom(
					build.act(answerProposal, await build.aPerson(['moderator'], space), space, { proposalId: id, ...accepted }),
				)
			).code,
		).toBe('access.denied');
		expect((await show(id))?.answer).toBeNull();
	});

	test('that does not come within the days of the space is late, in days', async () => {
		const { id } = await build.aProposal(space);
		const start = installation.clock();
		installation.at(new Date(start.getTime() + 52 * 86_400_000));
		expect((await show(id))?.awaited).toMatchObject({ code: 'bridge.answer_late', lateDays: 12 });
		installation.at(start);
	});

	test('and its commitment stay when the author takes the words back', async () => {
		const author = await build.aPerson();
		const { id, number } = await build.aProposal(space, { author });
		const { commitmentId } = await build.act(answerProposal, officer, space, { proposalId: id, ...accepted });
		expect((await refusalFrom(build.act(withdrawProposal, officer, space, { id }))).code).toBe('access.denied');
		await build.act(withdrawProposal, author, space, { id });
		expect(await show(id, officer)).toMatchObject({
			number,
			title: '',
			text: '',
			state: 'withdrawn',
			answer: { outcome: 'accepted' },
			commitment: { id: commitmentId },
		});
		expect(await show(id)).toBeNull();
		expect((await refusalFrom(build.act(withdrawProposal, author, space, { id }))).code).toBe('proposal.already_done');
	});
});

describe('who may read, in code and in SQL', () => {
	const roles: (Role | null)[] = [
		null,
		'producer',
		'editor',
		'validator',
		'moderator',
		'officer',
		'analyst',
		'coordinator',
		'admin',
	];

	test('is the same for proposals', async () => {
		const author = await build.aPerson();
		const processes = { published: await build.aProcess(space), draft: await build.aProcess(space) };
		const readable = (await readSpace(installation.db, space))!;
		const cases = (['published', 'held', 'refused', 'withdrawn'] as const).flatMap((state) =>
			(['published', 'draft'] as const).map((processState) => ({ state, processState })),
		);
		for (const { state, processState } of cases) {
			const processId = processes[processState];
			await installation.db.updateTable('process').set({ state: 'published' }).where('id', '=', processId).execute();
			const { id } = await build.aProposal(space, { author, processId });
			await installation.db.updateTable('process').set({ state: processState }).where('id', '=', processId).execute();
			await installation.db.updateTable('proposal').set({ state }).where('id', '=', id).execute();
			for (const actor of [
				anonymous,
				author,
				...roles.map((role) => ({ kind: 'person', id: build.newId(), roles: role ? [role] : [] }) as Actor),
			]) {
				const inSql =
					(await listProposals(installation.db, readable, actor, { id, limit: 1 }, installation.clock())).length === 1;
				const inCode =
					mayReadProposal(actor, { state, processState, authorKind: 'person', authorId: author.id }) === null;
				expect([state, processState, actor.roles, inSql]).toEqual([state, processState, actor.roles, inCode]);
			}
		}
	});

	test('is the same for works', async () => {
		const author = await build.aPerson(['producer'], space);
		for (const state of [
			'draft',
			'proposed',
			'returned',
			'accepted',
			'scheduled',
			'published',
			'withdrawn',
		] as State[]) {
			const { versionId } = await build.aWork(space, { author });
			await installation.db.updateTable('work_version').set({ state }).where('id', '=', versionId).execute();
			for (const actor of [
				anonymous,
				author,
				...roles.map((role) => ({ kind: 'person', id: build.newId(), roles: role ? [role] : [] }) as Actor),
			]) {
				const rows = await installation.db
					.selectFrom('work_version')
					.innerJoin('work', 'work.id', 'work_version.work_id')
					.select('work_version.id')
					.where('work_version.id', '=', versionId)
					.where(visibleWorks(actor))
					.execute();
				expect([state, actor.roles, rows.length === 1]).toEqual([
					state,
					actor.roles,
					mayReadWork(actor, { state, authorId: author.id }) === null,
				]);
			}
		}
	});
});
