// A promise may be moved, never silently: what was promised before and why stays beside it.
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import {
	answerProposal,
	countKept,
	listKept,
	reportProgress,
	reviseAnswer,
	reviseCommitment,
	showProposal,
} from '#modules/participation/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let commune: string;
let officer: Actor;
let proposalId: string;
let commitmentId: string;

const terms = {
	dueOn: '2027-03-31',
	owners: { fr: 'Voirie' },
	budget: '180000',
	because: { fr: 'L’appel d’offres est à refaire.' },
};
const revise = (given: object = {}, actor = officer) =>
	build.act(reviseCommitment, actor, commune, { commitmentId, ...terms, ...given });
const space = async () => (await readSpaceTree(installation.db)).byId.get(commune)!;
const shown = async () =>
	(await showProposal(installation.db, await space(), anonymous, { id: proposalId }, installation.clock()))!;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	installation.at('2026-11-01T09:00:00Z');
	commune = await build.aSpace({ kind: 'commune' });
	officer = await build.aPerson(['officer'], commune);
	proposalId = (await build.aProposal(commune)).id;
	const made = await build.act(answerProposal, officer, commune, {
		proposalId,
		outcome: 'accepted',
		reasons: { fr: 'Les lampadaires seront posés avant l’hiver.' },
		owners: { fr: 'Voirie' },
		budget: '180000',
		dueOn: '2026-11-20',
	});
	commitmentId = made.commitmentId!;
	installation.at('2026-11-22T09:00:00Z');
});

describe('a commitment', () => {
	test('changes only by an officer, with a reason, to a day to come', async () => {
		expect(await refusalFrom(revise({}, await build.aPerson()))).toMatchObject({ code: 'access.denied' });
		expect(await refusalFrom(revise({}, await build.aPerson(['moderator'], commune)))).toMatchObject({
			code: 'access.denied',
		});
		expect(await refusalFrom(revise({ because: {} }))).toMatchObject({
			code: 'commitment.because_missing',
			field: 'because',
		});
		expect(await refusalFrom(revise({ dueOn: '2026-11-21' }))).toMatchObject({
			code: 'commitment.date_past',
			field: 'dueOn',
		});
		expect(await refusalFrom(revise({ dueOn: '2026-11-20' }))).toMatchObject({ code: 'commitment.unchanged' });
		expect(await refusalFrom(revise({ owners: {} }))).toMatchObject({ code: 'commitment.owner_missing' });
		expect((await shown()).commitment).toMatchObject({ dueOn: '2026-11-20', revisions: [] });
	});

	test('that was moved is counted by its new day and still says the old one', async () => {
		expect(await countKept(installation.db, [await space()], installation.clock())).toMatchObject({ late: 1 });
		await revise();
		installation.at('2026-11-23T09:00:00Z');
		await revise({
			owners: { fr: 'Service de l’éclairage' },
			budget: '',
			because: { fr: 'Le service a changé de nom.' },
		});
		const first = { dueOn: '2026-11-20', owners: { fr: 'Voirie' }, budget: 180_000, currency: 'MAD' };
		const second = { ...first, dueOn: '2027-03-31' };
		const third = { ...second, owners: { fr: 'Service de l’éclairage' }, budget: null, currency: null };
		const revisions = [
			{ was: first, became: second, because: terms.because },
			{ was: second, became: third, because: { fr: 'Le service a changé de nom.' } },
		];
		expect((await shown()).commitment).toMatchObject({ ...third, revisions });
		const [kept] = await listKept(installation.db, [await space()], { limit: 5, offset: 0 }, installation.clock());
		expect(kept).toMatchObject({ dueOn: '2027-03-31', lateDays: 0, revisions });
		expect(kept!.revisions[0]!.at).toEqual(new Date('2026-11-22T09:00:00Z'));
		expect(await countKept(installation.db, [await space()], installation.clock())).toMatchObject({
			late: 0,
			under_way: 1,
		});
	});

	test('leaves a fact of each change', async () => {
		const facts = await installation.db
			.selectFrom('activity')
			.select('data')
			.where('type', '=', 'participation.commitment.revised')
			.orderBy('at')
			.execute();
		expect(facts.map(({ data }) => data)).toEqual([
			{ proposalId, from: '2026-11-20', to: '2027-03-31' },
			{ proposalId, from: '2027-03-31', to: '2027-03-31' },
		]);
	});

	test('that is done keeps its terms', async () => {
		await build.act(reportProgress, officer, commune, {
			commitmentId,
			status: 'done',
			notes: { fr: 'Posés et allumés.' },
		});
		expect(await refusalFrom(revise({ dueOn: '2027-05-01' }))).toMatchObject({ code: 'commitment.closed' });
	});
});

test('the words of an answer change with a reason, and the words before stay to be read', async () => {
	const given = {
		proposalId,
		reasons: { fr: 'Les lampadaires seront posés au printemps.' },
		because: { fr: 'La date a changé.' },
	};
	const change = (more: object = {}) => build.act(reviseAnswer, officer, commune, { ...given, ...more });
	expect(await refusalFrom(change({ because: {} }))).toMatchObject({ code: 'commitment.because_missing' });
	expect(await refusalFrom(change({ reasons: { fr: 'Les lampadaires seront posés avant l’hiver.' } }))).toMatchObject({
		code: 'answer.unchanged',
	});
	const other = await build.aProposal(commune);
	expect(await refusalFrom(change({ proposalId: other.id }))).toMatchObject({ code: 'subject.not_found' });
	await change();
	expect((await shown()).answer).toMatchObject({
		outcome: 'accepted',
		reasons: given.reasons,
		at: new Date('2026-11-01T09:00:00Z'),
		revisions: [{ was: { fr: 'Les lampadaires seront posés avant l’hiver.' }, because: given.because }],
	});
});
