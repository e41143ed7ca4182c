// Who may propose, support, withdraw, answer; the SQL twin of mayRead is visibleTo in server/store.ts.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { editMinutes, minutesToEdit } from '#engines/conversation/index.ts';
import { may } from '#foundations/spaces/index.ts';
import type { ProposalState } from './proposal.ts';

export function maySubmit(
	actor: Actor,
	{ open, guestsPropose }: { open: boolean; guestsPropose: boolean },
): Refusal | null {
	if (actor.kind === 'guest' && !guestsPropose) return { code: 'access.sign_in' };
	return open ? null : { code: 'phase.closed' };
}

/** A facilitator enters what somebody without network says, also where guests do not propose by themselves. */
export function mayAssist(actor: Actor, { open }: { open: boolean }): Refusal | null {
	if (actor.kind !== 'person' || !holds(actor, ...may.assist)) return { code: 'access.denied' };
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

interface Authored {
	state: ProposalState;
	authorKind: string;
	authorId: string;
}

const isAuthor = (actor: Actor, proposal: Authored): boolean =>
	actor.id !== null && actor.kind === proposal.authorKind && actor.id === proposal.authorId;

/** The author, for as long as a comment may be changed, while nobody has answered. */
export function mayEdit(
	actor: Actor,
	proposal: Authored & { createdAt: Date; answered: boolean },
	now: Date,
): Refusal | null {
	if (!isAuthor(actor, proposal)) return { code: 'access.denied' };
	const open = proposal.state === 'published' || proposal.state === 'held';
	if (!open || proposal.answered) return { code: 'proposal.closed' };
	return minutesToEdit(proposal.createdAt, now) > 0
		? null
		: { code: 'proposal.edit_time_over', params: { minutes: editMinutes } };
}

/** The author, at any time and whatever was answered: their words are theirs. Once. */
export function mayWithdraw(actor: Actor, proposal: Authored): Refusal | null {
	if (!isAuthor(actor, proposal)) return { code: 'access.denied' };
	return proposal.state === 'withdrawn' || proposal.state === 'erased' ? { code: 'proposal.already_done' } : null;
}

/** The public reads what is published in a process that is public: one put back among the drafts takes its proposals along. */
export function mayRead(
	actor: Actor,
	proposal: Authored & { processState: 'draft' | 'published' | 'archived' },
): Refusal | null {
	if (proposal.state === 'published' && proposal.processState !== 'draft') return null;
	if (holds(actor, ...may.moderate, ...may.answer)) return null;
	return isAuthor(actor, proposal) ? null : { code: 'subject.not_found' };
}
