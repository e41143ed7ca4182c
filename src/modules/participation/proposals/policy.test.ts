// Who may propose, support, withdraw, answer and read.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { mayAnswer, mayRead, maySubmit, maySupport, mayWithdraw } from './policy.ts';
import type { ProposalState } from './proposal.ts';

const guest: Actor = { kind: 'guest', id: null, roles: [] };
const person: Actor = { kind: 'person', id: 'p', roles: [] };
const holding = (role: string): Actor => ({ kind: 'person', id: 'q', roles: [role] });

test.each([
	['a guest where guests may', guest, true, true, undefined],
	['a guest elsewhere', guest, true, false, 'access.sign_in'],
	['a guest elsewhere after the phase', guest, false, false, 'access.sign_in'],
	['a person', person, true, false, undefined],
	['a person after the phase', person, false, true, 'phase.closed'],
])('%s proposes and supports by the same rule', (_case, actor, open, guests, code) => {
	expect(maySubmit(actor, { open, guestsPropose: guests })?.code).toBe(code);
	expect(maySupport(actor, { open, guestsSupport: guests, state: 'published' })?.code).toBe(code);
});

test.each(['held', 'refused', 'withdrawn', 'erased'] as const)('nobody supports what is %s', (state) => {
	expect(maySupport(person, { open: true, guestsSupport: true, state })?.code).toBe('subject.not_found');
});

test.each([
	['officer', true],
	['coordinator', true],
	['admin', true],
	['moderator', false],
	['producer', false],
])('%s answers: %s', (role, answers) => {
	expect(mayAnswer(holding(role)) === null).toBe(answers);
});

test.each([
	['its author while it is public', person, 'published', undefined],
	['its author after a refusal', person, 'refused', undefined],
	['its author twice', person, 'withdrawn', 'proposal.already_done'],
	['a guest with the same id', { ...guest, id: 'p' }, 'published', 'access.denied'],
	['an admin', holding('admin'), 'published', 'access.denied'],
] as const)('a proposal is withdrawn by %s', (_case, actor, state, code) => {
	expect(mayWithdraw(actor, { state, authorKind: 'person', authorId: 'p' })?.code).toBe(code);
});

describe('what is not published', () => {
	const own = (state: ProposalState, processState: 'draft' | 'published' = 'published') => ({
		state,
		processState,
		authorKind: 'person',
		authorId: 'p',
	});
	test.each([
		['its author', person, true],
		['somebody else', { ...person, id: 'x' }, false],
		['a guest who has the same id', { ...guest, id: 'p' }, false],
		['a guest', guest, false],
		['a moderator', holding('moderator'), true],
		['an officer', holding('officer'), true],
		['an editor', holding('editor'), false],
	])('is read by %s: %s', (_case, actor, reads) => {
		expect(mayRead(actor, own('held')) === null).toBe(reads);
		expect(mayRead(actor, own('published', 'draft')) === null).toBe(reads);
		expect(mayRead(actor, own('published'))).toBeNull();
	});
});
