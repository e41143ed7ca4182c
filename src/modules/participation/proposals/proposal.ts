// A proposal: its states, the chain from proposed to done, and when an answer is due.
import type { Refusal } from '#platform/refusal.ts';
import type { PlaceInTree } from '#foundations/spaces/index.ts';
import { addDays, dayOf, daysBetween } from '#platform/time.ts';
import { type CommitmentStatus, type CommitmentView, isBlank, overdueDays } from '../commitments/index.ts';

export type ProposalState = 'published' | 'held' | 'refused' | 'withdrawn' | 'erased';
export type Outcome = 'accepted' | 'declined';

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
	answer: { outcome: Outcome; at: Date } | null;
	commitment: { status: CommitmentStatus; dueOn: string; madeAt: Date; doneAt: Date | null } | null;
	answerDays: number;
	zone: string;
	now: Date;
}

/** The last day on which an answer is in time: submission plus the space's days. */
export const answerDueOn = (createdAt: Date, answerDays: number, zone: string): string =>
	addDays(dayOf(createdAt, zone), answerDays);

/** The five arches of the bridge. Declined proposals end at "decided": the last two stay empty. */
export function chainOf({ createdAt, contributions, answer, commitment, answerDays, zone, now }: ChainInput): Stage[] {
	const today = dayOf(now, zone);
	const late = (due: string) => Math.max(0, daysBetween(due, today));
	const stage = (key: StageKey, state: Stage['state'], day: string | null, lateDays = 0): Stage => ({
		key,
		state,
		day,
		lateDays,
	});
	const due = answerDueOn(createdAt, answerDays, zone);
	const decided = answer
		? stage('decided', 'on', dayOf(answer.at, zone))
		: stage('decided', late(due) > 0 ? 'late' : 'empty', due, late(due));
	const isDone = commitment?.status === 'done';
	const overdue = commitment ? overdueDays(commitment, today) : 0;
	return [
		stage('proposed', 'on', dayOf(createdAt, zone)),
		stage('discussed', contributions > 0 ? 'on' : 'empty', null),
		decided,
		commitment
			? stage('committed', overdue > 0 ? 'late' : 'on', dayOf(commitment.madeAt, zone), overdue)
			: stage('committed', 'empty', null),
		isDone
			? stage('done', 'on', commitment.doneAt ? dayOf(commitment.doneAt, zone) : null)
			: stage('done', 'empty', commitment?.status === 'abandoned' ? null : (commitment?.dueOn ?? null)),
	];
}

export interface Awaited {
	/** Message key of the sentence beside the bridge. */
	code: string;
	day: string | null;
	lateDays: number;
}

/** What is awaited next and until or since which day, in a code for the sentence beside the bridge. */
export function awaited(
	stages: readonly Stage[],
	outcome: Outcome | null,
	status: CommitmentStatus | null = null,
): Awaited {
	const [, , decided, committed, done] = stages as [Stage, Stage, Stage, Stage, Stage];
	if (outcome === 'declined') return { code: 'bridge.declined', day: decided.day, lateDays: 0 };
	if (done.state === 'on') return { code: 'bridge.done', day: done.day, lateDays: 0 };
	if (status === 'abandoned') return { code: 'bridge.abandoned', day: committed.day, lateDays: 0 };
	if (committed.state === 'late') return { code: 'bridge.late', day: done.day, lateDays: committed.lateDays };
	if (committed.state === 'on') return { code: 'bridge.committed', day: done.day, lateDays: 0 };
	if (outcome === 'accepted') return { code: 'bridge.accepted', day: decided.day, lateDays: 0 };
	if (decided.state === 'late') return { code: 'bridge.answer_late', day: decided.day, lateDays: decided.lateDays };
	return { code: 'bridge.answer_awaited', day: decided.day, lateDays: 0 };
}

/** Words an answer had before, and why they changed. */
export interface AnswerRevision {
	was: Record<string, string>;
	because: Record<string, string>;
	at: Date;
}

export interface AnswerView {
	outcome: Outcome;
	reasons: Record<string, string>;
	at: Date;
	/** Oldest first. */
	revisions: AnswerRevision[];
}

export interface ProposalView {
	id: string;
	processId: string;
	/** Its number in the process. */
	number: number;
	locale: string;
	title: string;
	text: string;
	/** The spot in its author's words. */
	place: string | null;
	/** The official place it is about. */
	territory: PlaceInTree | null;
	state: ProposalState;
	authorKind: string;
	authorId: string;
	/** Null for a guest without a name and for a forgotten person. */
	authorName: string | null;
	supports: number;
	contributions: number;
	createdAt: Date;
	editedAt: Date | null;
	/** Entered by a facilitator for somebody without network. */
	assisted: boolean;
	answer: AnswerView | null;
	commitment: CommitmentView | null;
	stages: Stage[];
	awaited: Awaited;
}

/**
 * What is missing in an officer's answer, every field at once; a field that is absent could not be read. `today` is the day in
 * the space's zone.
 */
export function answerRefusals(
	answer: { outcome?: Outcome; reasons?: object; owners?: object; dueOn?: string | null },
	today: string,
): Refusal[] {
	const refusals: Refusal[] = [];
	if (isBlank(answer.reasons)) refusals.push({ code: 'answer.reason_missing', field: 'reasons' });
	if (answer.outcome === 'accepted') {
		if (isBlank(answer.owners)) refusals.push({ code: 'commitment.owner_missing', field: 'owners' });
		if (answer.dueOn === null) refusals.push({ code: 'commitment.date_missing', field: 'dueOn' });
	}
	if (answer.outcome !== 'declined' && answer.dueOn && answer.dueOn < today)
		refusals.push({ code: 'commitment.date_past', field: 'dueOn' });
	return refusals;
}
