// Who may see the queue, decide, undo and appeal.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';

export const mayModerate = (actor: Actor): Refusal | null =>
	holds(actor, ...may.moderate) ? null : { code: 'access.denied' };

/** An appeal is decided by somebody else than the first decision. */
export const mayDecide = (actor: Actor, open: { notBy: string | null }): Refusal | null =>
	mayModerate(actor) ?? (open.notBy !== null && open.notBy === actor.id ? { code: 'decision.same_person' } : null);

/** Only the author of the text may answer a refusal, and once: what a second moderator decided stands. */
export function mayAppeal(
	actor: Actor,
	author: { kind: string; id: string | null },
	decision: { source: 'screening' | 'flag' | 'appeal' },
): Refusal | null {
	if (actor.id === null || actor.kind !== author.kind || actor.id !== author.id) return { code: 'access.denied' };
	return decision.source === 'appeal' ? { code: 'appeal.final' } : null;
}

/** Minutes during which the decider may take a decision back. */
export const undoMinutes = 10;
