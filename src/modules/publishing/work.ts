// A work and its versions: states, moves between them, and who may make each move.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';

export const states = ['draft', 'proposed', 'returned', 'accepted', 'scheduled', 'published', 'withdrawn'] as const;
export type State = (typeof states)[number];
export type Move =
	'save' | 'propose' | 'take_back' | 'return' | 'accept' | 'schedule' | 'publish' | 'withdraw' | 'discard';

/** From which states a move may start, and where it leads (null: the state stays, or nothing does). */
export const moves: Readonly<Record<Move, { from: readonly State[]; to: State | null }>> = {
	save: { from: ['draft', 'proposed', 'returned', 'accepted', 'scheduled', 'published', 'withdrawn'], to: null },
	propose: { from: ['draft', 'returned', 'withdrawn'], to: 'proposed' },
	take_back: { from: ['proposed'], to: 'draft' },
	return: { from: ['proposed', 'accepted', 'scheduled'], to: 'returned' },
	accept: { from: ['proposed'], to: 'accepted' },
	schedule: { from: ['proposed', 'accepted', 'scheduled'], to: 'scheduled' },
	publish: { from: ['draft', 'proposed', 'accepted', 'scheduled', 'withdrawn'], to: 'published' },
	withdraw: { from: ['published', 'scheduled'], to: 'withdrawn' },
	discard: { from: ['draft', 'proposed', 'returned'], to: null },
};

export interface VersionState {
	state: State;
	authorId: string | null;
	/** When it first came before readers; null: never. */
	publishedAt: Date | null;
}

const isAuthor = (actor: Actor, version: VersionState): boolean =>
	actor.kind === 'person' && actor.id !== null && actor.id === version.authorId;

/** Whether this actor may make this move on a version; the code says why not. */
export function mayMove(actor: Actor, version: VersionState, move: Move): Refusal | null {
	const editor = actor.kind === 'system' || holds(actor, ...may.review);
	const own = isAuthor(actor, version) && holds(actor, ...may.write);
	const ownText = own && (version.state === 'draft' || version.state === 'returned' || version.state === 'proposed');
	const allowed: Partial<Record<Move, boolean>> = {
		save: editor || ownText,
		propose: editor || own,
		take_back: own,
		// A text that nobody here wrote came from a feed, or its author's account is gone.
		discard: own || (editor && version.authorId === null),
	};
	if (!(allowed[move] ?? editor)) return { code: 'access.denied' };
	if (!moves[move].from.includes(version.state)) return { code: 'work.wrong_state', params: {} };
	return move === 'discard' && version.publishedAt ? { code: 'work.was_public' } : null;
}

/** The moves an actor is offered on a version, in the order of the buttons. */
export const offered = (actor: Actor, version: VersionState): Move[] =>
	(['publish', 'accept', 'propose', 'take_back', 'schedule', 'return', 'withdraw', 'discard'] as const).filter(
		(move) => mayMove(actor, version, move) === null,
	);

/** Where a reader finds a version. */
export const workPath = (spaceAddress: string, locale: string, slug: string): string =>
	`/${locale}/s/${spaceAddress}/w/${encodeURIComponent(slug)}`;

export const shortPath = (short: string): string => `/w/${short}`;
