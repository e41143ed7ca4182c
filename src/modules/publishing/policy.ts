// Who may read and write works; the SQL twin of mayRead is visibleTo in server/store.ts.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';
import type { State } from './work.ts';

export const mayWrite = (actor: Actor): Refusal | null =>
	actor.kind === 'system' || holds(actor, ...may.write) ? null : { code: 'access.denied' };

/** Whoever decides what comes in also decides from where. */
export const mayKeepFeeds = (actor: Actor): Refusal | null =>
	actor.kind === 'system' || holds(actor, ...may.review) ? null : { code: 'access.denied' };

/** A published version is everybody's; any other is its author's and the editors'. */
export const mayRead = (actor: Actor, version: { state: State; authorId: string | null }): Refusal | null => {
	if (version.state === 'published') return null;
	if (holds(actor, ...may.review, 'validator')) return null;
	if (actor.kind === 'person' && actor.id !== null && actor.id === version.authorId) return null;
	return { code: 'subject.not_found' };
};
