// Who may propose, support, answer; the SQL twin of mayRead is visibleTo in server/store.ts.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';
import type { ProposalState } from './proposal.ts';

export function maySubmit(
	actor: Actor,
	{ open, guestsPropose }: { open: boolean; guestsPropose: boolean },
): Refusal | null {
	if (actor.kind === 'guest' && !guestsPropose) return { code: 'access.sign_in' };
	return open ? null : { code: 'phase.closed' };
}

export function maySupport(
	actor: Actor,
	{ open, guestsSupport, state }: { open: boolean; guestsSupport: boolean; state: ProposalState },
): Refusal | null {
	if (state !== 'published') return { code: 'subject.not_found' };
	if (actor.kind === 'guest' && !guestsSupport) return { code: 'access.sign_in' };
	return open ? null : { code: 'phase.closed' };
}

export const mayAnswer = (actor: Actor): Refusal | null =>
	holds(actor, ...may.answer) ? null : { code: 'access.denied' };

export function mayRead(
	actor: Actor,
	proposal: { state: ProposalState; authorKind: string; authorId: string },
): Refusal | null {
	if (proposal.state === 'published') return null;
	if (holds(actor, ...may.moderate, ...may.answer)) return null;
	return actor.id !== null && actor.kind === proposal.authorKind && actor.id === proposal.authorId
		? null
		: { code: 'subject.not_found' };
}
