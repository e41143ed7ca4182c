// A process and its dated phases: what may be done on which day.
import type { Refusal } from '#platform/refusal.ts';
import { addDays, instantOf, isWallTime } from '#platform/time.ts';
import { inBestLanguage } from '../best-language.ts';

export const phaseKinds = ['information', 'proposals', 'answers', 'follow_up'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

export interface Phase {
	id: string;
	kind: PhaseKind;
	/** Its own name by language; where there is none, what is done in it is its name. */
	titles: Record<string, string>;
	/** Wall times in the process's zone; the phase runs from the first to just before the second (see shutsAt). */
	startsWall: string;
	endsWall: string;
}

export const processStates = ['draft', 'published', 'archived'] as const;

export interface Process {
	id: string;
	spaceId: string;
	address: string;
	zone: string;
	state: (typeof processStates)[number];
	texts: Record<string, { title: string; description: string }>;
	/** In the order they start. */
	phases: Phase[];
	v: number;
}

export type PhaseState = 'past' | 'running' | 'coming';

/** The first instant after a phase: an end at 23:59 means the whole day, to its last second. */
export const shutsAt = (endsWall: string, zone: string): Date =>
	instantOf(endsWall.endsWith('T23:59') ? `${addDays(endsWall.slice(0, 10), 1)}T00:00` : endsWall, zone);

/** Where a phase stands at an instant, by the server's clock in the process's zone. */
export function phaseState(phase: Pick<Phase, 'startsWall' | 'endsWall'>, zone: string, now: Date): PhaseState {
	if (now < instantOf(phase.startsWall, zone)) return 'coming';
	return now < shutsAt(phase.endsWall, zone) ? 'running' : 'past';
}

export const running = (phases: readonly Phase[], kind: PhaseKind, zone: string, now: Date): boolean =>
	phases.some((phase) => phase.kind === kind && phaseState(phase, zone, now) === 'running');

type Dated = Pick<Process, 'phases' | 'zone' | 'state'>;

/** The phases that run now, the first to end leading; none when the process is not published. */
export function runningPhases({ phases, zone, state }: Dated, now: Date): Phase[] {
	if (state !== 'published') return [];
	return phases
		.filter((phase) => phaseState(phase, zone, now) === 'running')
		.sort((a, b) => a.endsWall.localeCompare(b.endsWall));
}

/** Whether one of these kinds of phase runs in a published process. */
export const isOpen = (process: Dated, now: Date, ...kinds: readonly PhaseKind[]): boolean =>
	runningPhases(process, now).some((phase) => kinds.includes(phase.kind));

/** The next phase to start (of a kind, when one is given), or null. */
export const nextPhase = ({ phases, zone }: Dated, now: Date, kind?: PhaseKind): Phase | null =>
	phases.find((phase) => (kind === undefined || phase.kind === kind) && phaseState(phase, zone, now) === 'coming') ??
	null;

/** Where the whole process stands: archived, or running from its first phase to the end of its last. */
export function processPlace(process: Dated, now: Date): PhaseState | 'archived' {
	if (process.state === 'archived') return 'archived';
	if (runningPhases(process, now).length > 0) return 'running';
	return nextPhase(process, now) ? 'coming' : 'past';
}

const order = ['running', 'coming', 'past', 'archived'];

/** Running processes first, then coming, past and archived ones; within each the order given. */
export const byPlace = <Item extends { process: Dated }>(items: readonly Item[], now: Date): Item[] =>
	[...items].sort((a, b) => order.indexOf(processPlace(a.process, now)) - order.indexOf(processPlace(b.process, now)));

/** The end of a phase as people say it: its last day, with the hour unless the day is whole. */
export function lastMoment(endsWall: string): { day: string; time: string | null } {
	const [day, time] = [endsWall.slice(0, 10), endsWall.slice(11)];
	if (time === '00:00') return { day: addDays(day, -1), time: null };
	return { day, time: time === '23:59' ? null : time };
}

/** A row of the editor whose two dates are empty is no phase. */
export const isBlankRow = (row: Pick<Phase, 'startsWall' | 'endsWall'>): boolean =>
	row.startsWall === '' && row.endsWall === '';

/** A row as it was typed; without a kind when that could not be read. */
type Row = Pick<Phase, 'startsWall' | 'endsWall'> & { kind: PhaseKind | undefined };

/** What is wrong with the dates of one row by themselves. */
function datesRefusal({ startsWall, endsWall }: Row, at: number): Refusal | null {
	if (!isWallTime(startsWall)) return { code: 'phases.date_wrong', field: `phases.${at}.startsWall` };
	if (!isWallTime(endsWall)) return { code: 'phases.date_wrong', field: `phases.${at}.endsWall` };
	return endsWall <= startsWall ? { code: 'phases.order_wrong', field: `phases.${at}.endsWall` } : null;
}

/** What is wrong with a row beside the others: at the same time as one of its kind, or before the first proposals. */
function amongRefusal(rows: readonly Row[], at: number): Refusal | null {
	const own = rows[at]!;
	const sound = rows
		.map((row, other) => ({ ...row, other }))
		.filter((row) => !isBlankRow(row) && !datesRefusal(row, 0));
	const twin = sound.find(
		({ other, kind, startsWall, endsWall }) =>
			kind !== undefined &&
			kind === own.kind &&
			startsWall < own.endsWall &&
			own.startsWall < endsWall &&
			(startsWall < own.startsWall || (startsWall === own.startsWall && other < at)),
	);
	if (twin) return { code: 'phases.overlap', field: `phases.${at}.startsWall`, params: { number: twin.other + 1 } };
	const opens = sound.filter(({ kind }) => kind === 'proposals').map(({ startsWall }) => startsWall);
	const follows = own.kind === 'answers' || own.kind === 'follow_up';
	return follows && opens.length > 0 && opens.every((start) => own.startsWall < start)
		? { code: 'phases.too_early', field: `phases.${at}.startsWall` }
		: null;
}

/**
 * What is wrong with the rows of phases, one refusal a row (`phases.<row>.<field>`). Blank rows are passed over.
 * None may end before it starts. Phases of one kind may touch, those of different kinds overlap; answers and follow-up
 * begin with the first proposals at the earliest.
 */
export function phasesRefusals(rows: readonly Row[]): Refusal[] {
	if (rows.every(isBlankRow)) return [{ code: 'phases.missing', field: 'phases' }];
	return rows.flatMap((row, at): Refusal[] => {
		const refusal = isBlankRow(row) ? null : (datesRefusal(row, at) ?? amongRefusal(rows, at));
		return refusal ? [refusal] : [];
	});
}

/** Title and description in the best language there is, with the language they are in. */
export function processText(
	process: Pick<Process, 'texts'>,
	locale: string,
	preferred: readonly string[] = [],
): { title: string; description: string; locale: string } {
	const found = inBestLanguage(process.texts, locale, preferred);
	return {
		title: found?.text.title ?? '',
		description: found?.text.description ?? '',
		locale: found?.locale ?? locale,
	};
}
