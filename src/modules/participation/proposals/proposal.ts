// A proposal: its states, the chain from proposed to done, and when an answer is due.
import { addDays, dayOf, daysBetween } from '#platform/time.ts';

export type ProposalState = 'published' | 'held' | 'refused' | 'withdrawn' | 'erased';
export type CommitmentStatus = 'planned' | 'under_way' | 'done' | 'abandoned';

export type StageKey = 'proposed' | 'discussed' | 'decided' | 'committed' | 'done';
export interface Stage {
	key: StageKey;
	state: 'empty' | 'on' | 'late';
	/** Calendar day it happened or is due, when known. */
	day: string | null;
	/** Days over the due day; 0 when not late. */
	lateDays: number;
}

export interface ChainInput {
	createdAt: Date;
	contributions: number;
	answer: { outcome: 'accepted' | 'declined'; at: Date } | null;
	commitment: { status: CommitmentStatus; dueOn: string; madeAt: Date; doneAt: Date | null } | null;
	answerDays: number;
	zone: string;
	now: Date;
}

/** The last day on which an answer is in time: submission plus the space's days. */
export const answerDueOn = (createdAt: Date, answerDays: number, zone: string): string => addDays(dayOf(createdAt, zone), answerDays);

/** The five arches of the bridge. Declined proposals end at "decided": the last two stay empty. */
export function chainOf({ createdAt, contributions, answer, commitment, answerDays, zone, now }: ChainInput): Stage[] {
	const today = dayOf(now, zone);
	const late = (due: string) => Math.max(0, daysBetween(due, today));
	const stage = (key: StageKey, state: Stage['state'], day: string | null, lateDays = 0): Stage => ({ key, state, day, lateDays });
	const due = answerDueOn(createdAt, answerDays, zone);
	const decided = answer ? stage('decided', 'on', dayOf(answer.at, zone)) : stage('decided', late(due) > 0 ? 'late' : 'empty', due, late(due));
	const isDone = commitment?.status === 'done';
	const overdue = commitment && !isDone && commitment.status !== 'abandoned' ? late(commitment.dueOn) : 0;
	return [
		stage('proposed', 'on', dayOf(createdAt, zone)),
		stage('discussed', contributions > 0 ? 'on' : 'empty', null),
		decided,
		commitment ? stage('committed', overdue > 0 ? 'late' : 'on', dayOf(commitment.madeAt, zone), overdue) : stage('committed', 'empty', null),
		isDone ? stage('done', 'on', commitment.doneAt ? dayOf(commitment.doneAt, zone) : null) : stage('done', 'empty', commitment?.dueOn ?? null),
	];
}

/** What is awaited next and since which day, in a code for the sentence beside the bridge. */
export function awaited(stages: readonly Stage[], outcome: 'accepted' | 'declined' | null): { code: string; day: string | null; lateDays: number } {
	const [, , decided, committed, done] = stages as [Stage, Stage, Stage, Stage, Stage];
	if (outcome === 'declined') return { code: 'bridge.declined', day: decided.day, lateDays: 0 };
	if (done.state === 'on') return { code: 'bridge.done', day: done.day, lateDays: 0 };
	if (committed.state === 'late') return { code: 'bridge.late', day: done.day, lateDays: committed.lateDays };
	if (committed.state === 'on') return { code: 'bridge.committed', day: done.day, lateDays: 0 };
	if (decided.state === 'late') return { code: 'bridge.answer_late', day: decided.day, lateDays: decided.lateDays };
	return { code: 'bridge.answer_awaited', day: decided.day, lateDays: 0 };
}
