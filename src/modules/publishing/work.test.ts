// Who may move a version, from where: a table, and what holds for every role and state.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { system } from '#platform/actor.ts';
import { may, roles } from '#foundations/spaces/index.ts';
import { mayMove, moves, offered, type Move, type State, states } from './work.ts';

const author = 'a0000000-0000-7000-8000-000000000000';
const person = (role: string | null, id: string | null = null): Actor => ({
	kind: 'person',
	id: id ?? 'b',
	roles: role ? [role] : [],
});
const version = (state: State) => ({
	state,
	authorId: author,
	publishedAt: state === 'published' || state === 'withdrawn' ? new Date(0) : null,
});
const codeOf = (actor: Actor, state: State, move: Move) => mayMove(actor, version(state), move)?.code ?? 'yes';
const everyMove = Object.keys(moves) as Move[];

describe('a version', () => {
	it.each<[string, Actor, State, readonly Move[]]>([
		['draft, to its producer', person('producer', author), 'draft', ['propose', 'discard']],
		['returned, to its producer', person('producer', author), 'returned', ['propose', 'discard']],
		['proposed, to its producer', person('producer', author), 'proposed', ['take_back', 'discard']],
		['accepted, to its producer', person('producer', author), 'accepted', []],
		['published, to its producer', person('producer', author), 'published', []],
		['draft, to another producer', person('producer'), 'draft', []],
		['draft, to its author without a role left', person(null, author), 'draft', []],
		['draft, to an editor', person('editor'), 'draft', ['publish', 'propose']],
		['proposed, to an editor', person('editor'), 'proposed', ['publish', 'accept', 'schedule', 'return']],
		['accepted, to an editor', person('editor'), 'accepted', ['publish', 'schedule', 'return']],
		['scheduled, to an editor', person('editor'), 'scheduled', ['publish', 'schedule', 'return', 'withdraw']],
		['published, to a coordinator', person('coordinator'), 'published', ['withdraw']],
		['withdrawn, to an admin', person('admin'), 'withdrawn', ['publish', 'propose']],
		['proposed, to a validator', person('validator'), 'proposed', []],
		['proposed, to a moderator', person('moderator'), 'proposed', []],
		['scheduled, to the clock', system, 'scheduled', ['publish', 'schedule', 'return', 'withdraw']],
	])('%s: offers its moves and no other', (_name, actor, state, wanted) => {
		expect(offered(actor, version(state))).toEqual(wanted);
	});

	it.each<[string, Actor, State, string]>([
		['its producer while it is a draft', person('producer', author), 'draft', 'yes'],
		['its producer while it waits', person('producer', author), 'proposed', 'yes'],
		['its producer once accepted: no longer', person('producer', author), 'accepted', 'access.denied'],
		['its producer once published: no longer', person('producer', author), 'published', 'access.denied'],
		['another producer: never', person('producer'), 'draft', 'access.denied'],
		['an editor, at any time', person('editor'), 'published', 'yes'],
		['a guest: never', { kind: 'guest', id: author, roles: [] }, 'draft', 'access.denied'],
	])('is rewritten by %s', (_name, actor, state, wanted) => {
		expect(codeOf(actor, state, 'save')).toBe(wanted);
	});
});

describe('what is thrown away', () => {
	const codeFor = (actor: Actor, state: State, more: object) =>
		mayMove(actor, { ...version(state), ...more }, 'discard')?.code ?? 'yes';

	it('was never public', () => {
		const once = { publishedAt: new Date(0) };
		expect(codeFor(person('producer', author), 'draft', once)).toBe('work.was_public');
		expect(codeFor(person('producer', author), 'draft', {})).toBe('yes');
	});

	it('is one’s own, or came from a feed and is thrown away by an editor', () => {
		expect(codeFor(person('editor'), 'draft', {})).toBe('access.denied');
		expect(codeFor(person('editor'), 'proposed', { authorId: null })).toBe('yes');
		expect(codeFor(person('producer'), 'proposed', { authorId: null })).toBe('access.denied');
	});
});

describe('for every role, author or not, and every state', () => {
	const anyone = fc.record({
		kind: fc.constantFrom('person' as const, 'guest' as const),
		id: fc.constantFrom(author, 'b', null),
		roles: fc.subarray([...roles]),
	});
	const state = fc.constantFrom(...states);

	it('nobody but an editor, a coordinator or an admin publishes, accepts, schedules, returns or withdraws', () => {
		fc.assert(
			fc.property(
				anyone,
				state,
				fc.constantFrom<Move>('publish', 'accept', 'schedule', 'return', 'withdraw'),
				(actor, from, move) => {
					const reviews = actor.roles.some((role) => (may.review as readonly string[]).includes(role));
					if (!reviews) expect(codeOf(actor, from, move)).toBe('access.denied');
				},
			),
		);
	});

	it('a move from a state that is not its own is refused to everybody', () => {
		fc.assert(
			fc.property(anyone, state, fc.constantFrom(...everyMove), (actor, from, move) => {
				if (!moves[move].from.includes(from)) expect(codeOf(actor, from, move)).not.toBe('yes');
			}),
		);
		for (const from of states)
			for (const move of everyMove)
				if (!moves[move].from.includes(from))
					expect(codeOf(person('admin', author), from, move)).toBe('work.wrong_state');
	});

	it('a draft nobody has read again is published only by who may review', () => {
		for (const role of roles)
			expect(codeOf(person(role, author), 'draft', 'publish') === 'yes').toBe(
				(may.review as readonly string[]).includes(role),
			);
	});

	it('every state can be left, so that no text is stuck', () => {
		for (const from of states) expect(offered(person('editor'), version(from)).length).toBeGreaterThan(0);
	});
});
