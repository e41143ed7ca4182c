// The chain of a proposal and the words beside it, case by case; what holds for every chain.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#platform/time.ts';
import { type CommitmentStatus, commitmentStatuses } from '../commitments/index.ts';
import { answerDueOn, answerRefusals, awaited, type ChainInput, chainOf } from './proposal.ts';

const zone = 'Africa/Casablanca';
const at = (text: string) => new Date(`${text}T12:00:00Z`);
const base: ChainInput = {
	createdAt: at('2026-10-01'),
	contributions: 0,
	answer: null,
	commitment: null,
	answerDays: 40,
	zone,
	now: at('2026-10-10'),
};
const accepted = { outcome: 'accepted', at: at('2026-10-20') } as const;
const declined = { outcome: 'declined', at: at('2026-10-20') } as const;
const commitment = (status: CommitmentStatus, dueOn: string, doneAt: Date | null = null) => ({
	status,
	dueOn,
	madeAt: at('2026-10-20'),
	doneAt,
});
const states = (input: ChainInput) =>
	chainOf(input)
		.map((stage) => stage.state)
		.join(' ');
const words = (input: ChainInput) => awaited(chainOf(input), input.answer?.outcome ?? null, input.commitment?.status);

describe('the chain', () => {
	test.each<[string, Partial<ChainInput>, string, ReturnType<typeof awaited>]>([
		[
			'just proposed',
			{},
			'on empty empty empty empty',
			{ code: 'bridge.answer_awaited', day: '2026-11-10', lateDays: 0 },
		],
		[
			'discussed',
			{ contributions: 3 },
			'on on empty empty empty',
			{ code: 'bridge.answer_awaited', day: '2026-11-10', lateDays: 0 },
		],
		[
			'on the last day of its answer',
			{ now: at('2026-11-10') },
			'on empty empty empty empty',
			{ code: 'bridge.answer_awaited', day: '2026-11-10', lateDays: 0 },
		],
		[
			'the day after',
			{ now: at('2026-11-11') },
			'on empty late empty empty',
			{ code: 'bridge.answer_late', day: '2026-11-10', lateDays: 1 },
		],
		[
			'declined',
			{ answer: declined, now: at('2026-12-31') },
			'on empty on empty empty',
			{ code: 'bridge.declined', day: '2026-10-20', lateDays: 0 },
		],
		[
			'accepted, its commitment not written',
			{ answer: accepted },
			'on empty on empty empty',
			{ code: 'bridge.accepted', day: '2026-10-20', lateDays: 0 },
		],
		[
			'committed',
			{ answer: accepted, commitment: commitment('planned', '2026-12-01'), now: at('2026-11-22') },
			'on empty on on empty',
			{ code: 'bridge.committed', day: '2026-12-01', lateDays: 0 },
		],
		[
			'on the due day',
			{ answer: accepted, commitment: commitment('under_way', '2026-12-01'), now: at('2026-12-01') },
			'on empty on on empty',
			{ code: 'bridge.committed', day: '2026-12-01', lateDays: 0 },
		],
		[
			'twelve days over it',
			{ answer: accepted, commitment: commitment('under_way', '2026-12-01'), now: at('2026-12-13') },
			'on empty on late empty',
			{ code: 'bridge.late', day: '2026-12-01', lateDays: 12 },
		],
		[
			'done',
			{ answer: accepted, commitment: commitment('done', '2026-12-01', at('2026-11-28')), now: at('2026-12-13') },
			'on empty on on on',
			{ code: 'bridge.done', day: '2026-11-28', lateDays: 0 },
		],
		[
			'done after its day',
			{ answer: accepted, commitment: commitment('done', '2026-12-01', at('2026-12-28')), now: at('2027-01-13') },
			'on empty on on on',
			{ code: 'bridge.done', day: '2026-12-28', lateDays: 0 },
		],
		[
			'abandoned',
			{ answer: accepted, commitment: commitment('abandoned', '2026-12-01'), now: at('2026-12-13') },
			'on empty on on empty',
			{ code: 'bridge.abandoned', day: '2026-10-20', lateDays: 0 },
		],
	])('%s', (_case, change, chain, sentence) => {
		expect(states({ ...base, ...change })).toBe(chain);
		expect(words({ ...base, ...change })).toEqual(sentence);
	});

	test('counts days in the space’s zone: late at its midnight, not at Greenwich’s', () => {
		const created = new Date('2025-06-01T23:30:00Z'); // already 2 June in Morocco
		expect(answerDueOn(created, 10, zone)).toBe('2025-06-12');
		const input = { ...base, createdAt: created, answerDays: 10 };
		expect(states({ ...input, now: new Date('2025-06-12T22:59:59Z') })).toBe('on empty empty empty empty');
		expect(states({ ...input, now: new Date('2025-06-12T23:00:00Z') })).toBe('on empty late empty empty');
	});
});

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const anyCommitment = fc.record({
	status: fc.constantFrom(...commitmentStatuses),
	dueOn: day,
	madeAt: instant,
	doneAt: fc.option(instant),
});
const anyInput: fc.Arbitrary<ChainInput> = fc.record({
	createdAt: instant,
	contributions: fc.nat(5),
	answer: fc.option(fc.record({ outcome: fc.constantFrom('accepted' as const, 'declined' as const), at: instant })),
	commitment: fc.option(anyCommitment),
	answerDays: fc.integer({ min: 1, max: 365 }),
	zone: fc.constantFrom('Africa/Casablanca', 'Africa/Tunis', 'America/La_Paz'),
	now: instant,
});

describe('for every chain', () => {
	test('nothing is late once it is done, and a declined one promises nothing', () => {
		fc.assert(
			fc.property(anyInput, anyCommitment, (input, made) => {
				const done = { ...input, answer: accepted, commitment: { ...made, status: 'done' as const } };
				expect(chainOf(done).some((stage) => stage.state === 'late')).toBe(false);
				expect(words(done)).toMatchObject({ code: 'bridge.done', lateDays: 0 });
				expect(words({ ...input, answer: declined, commitment: null })).toMatchObject({
					code: 'bridge.declined',
					lateDays: 0,
				});
			}),
		);
	});

	test('a stage is late exactly when it counts days, and the sentence counts the same', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const stages = chainOf(input);
				for (const stage of stages) expect(stage.state === 'late').toBe(stage.lateDays > 0);
				const sentence = words(input);
				expect(sentence.code.endsWith('late')).toBe(sentence.lateDays > 0);
				if (sentence.lateDays > 0 && sentence.day)
					expect(addDays(sentence.day, sentence.lateDays)).toBe(dayOf(input.now, input.zone));
			}),
		);
	});

	test('what is late stays late until something happens', () => {
		fc.assert(
			fc.property(anyInput, fc.nat(400), (input, days) => {
				const after = { ...input, now: new Date(input.now.getTime() + days * 86_400_000) };
				expect(words(after).lateDays).toBeGreaterThanOrEqual(words(input).lateDays);
			}),
		);
	});
});

describe('an officer’s answer', () => {
	const full = { outcome: 'accepted', reasons: { fr: '…' }, owners: { fr: '…' }, dueOn: '2026-12-01' } as const;
	test.each([
		['complete', full, []],
		['due today', { ...full, dueOn: '2026-11-22' }, []],
		['due yesterday', { ...full, dueOn: '2026-11-21' }, ['commitment.date_past dueOn']],
		[
			'without anything',
			{ ...full, reasons: {}, owners: {}, dueOn: null },
			['answer.reason_missing reasons', 'commitment.owner_missing owners', 'commitment.date_missing dueOn'],
		],
		[
			'a refusal needs no owner and no date',
			{ outcome: 'declined', reasons: { ar: '…' }, owners: {}, dueOn: null } as const,
			[],
		],
		[
			'a refusal needs its reason',
			{ outcome: 'declined', reasons: {}, owners: {}, dueOn: null } as const,
			['answer.reason_missing reasons'],
		],
	])('%s', (_case, answer, expected) => {
		expect(answerRefusals(answer, '2026-11-22').map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
	});
});
