// A contribution: its states, who may change it and for how long.
import type { Actor } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';

export type ContributionState = 'published' | 'held' | 'refused' | 'withdrawn' | 'erased';

export interface Authored {
	authorKind: string;
	authorId: string;
	state: ContributionState;
	createdAt: Date;
}

/** How long an author may change the words, in minutes. */
export const editMinutes = 10;

/** Whole minutes left to change the words; 0 when the time is over. */
export const minutesToEdit = (createdAt: Date, now: Date): number =>
	Math.max(0, Math.ceil(editMinutes - (now.getTime() - createdAt.getTime()) / 60_000));

const isAuthor = (actor: Actor, contribution: Authored): boolean =>
	actor.id !== null && actor.kind === contribution.authorKind && actor.id === contribution.authorId;

export function mayEdit(actor: Actor, contribution: Authored, now: Date): Refusal | null {
	if (!isAuthor(actor, contribution)) return { code: 'access.denied' };
	if (contribution.state !== 'published' && contribution.state !== 'held') return { code: 'contribution.closed' };
	return now.getTime() - contribution.createdAt.getTime() <= editMinutes * 60_000
		? null
		: { code: 'contribution.edit_time_over', params: { minutes: editMinutes } };
}

export function mayWithdraw(actor: Actor, contribution: Authored): Refusal | null {
	if (!isAuthor(actor, contribution)) return { code: 'access.denied' };
	return contribution.state === 'withdrawn' || contribution.state === 'erased'
		? { code: 'contribution.already_done' }
		: null;
}
