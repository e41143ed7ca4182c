// A process and its dated phases: what may be done on which day.
import { instantOf, isWallTime } from '#platform/time.ts';

export const phaseKinds = ['information', 'proposals', 'answers', 'follow_up'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

export interface Phase {
	id: string;
	kind: PhaseKind;
	/** Wall times in the process's zone; the phase runs from the first to just before the second. */
	startsWall: string;
	endsWall: string;
}

export type PhaseState = 'past' | 'running' | 'coming';

/** Where a phase stands at an instant, by the server's clock in the process's zone. */
export function phaseState(phase: Phase, zone: string, now: Date): PhaseState {
	if (now < instantOf(phase.startsWall, zone)) return 'coming';
	return now < instantOf(phase.endsWall, zone) ? 'running' : 'past';
}

export const running = (phases: readonly Phase[], kind: PhaseKind, zone: string, now: Date): boolean =>
	phases.some((phase) => phase.kind === kind && phaseState(phase, zone, now) === 'running');

/** The code of what is wrong with a list of phases, or null. Phases may touch and overlap; none may end before it starts. */
export function phasesProblem(phases: readonly Pick<Phase, 'startsWall' | 'endsWall'>[]): string | null {
	if (phases.length === 0) return 'phases.missing';
	if (phases.some((phase) => !isWallTime(phase.startsWall) || !isWallTime(phase.endsWall))) return 'phases.date_wrong';
	return phases.some((phase) => phase.endsWall <= phase.startsWall) ? 'phases.order_wrong' : null;
}

/** Title and description in the best language there is, with the language they are in. */
export function processText(process: { texts: Record<string, { title: string; description: string }> }, locale: string): { title: string; description: string; locale: string } {
	const found = process.texts[locale] ? locale : Object.keys(process.texts)[0];
	const text = found ? process.texts[found] : undefined;
	return { title: text?.title ?? '', description: text?.description ?? '', locale: found ?? locale };
}
