// The sentences of participation: what a bridge says, when a phase runs, what can be done now.
import type { Formats, Translator } from '#platform/i18n/index.ts';
import type { Stage as Arch } from '#ui/index.ts';
import {
	type Awaited,
	type CommitmentStatus,
	lastMoment,
	nextPhase,
	type Outcome,
	type Phase,
	type Process,
	processPlace,
	runningPhases,
	type Stage,
} from '../index.ts';

/** What is awaited and until or since when, beside a bridge. */
export const awaitedWords = ({ code, day, lateDays }: Awaited, t: Translator, f: Formats): string =>
	t.code(code, { count: lateDays, date: day === null ? t('common.unknown') : f.date(day) });

/** What an empty arch says when nothing is to come there any more: no comment before the decision, no end by its day. */
function wordOf({ key, state }: Stage, stages: readonly Stage[], t: Translator): string | undefined {
	const stateAt = (other: Stage['key']) => stages.find((stage) => stage.key === other)?.state;
	if (state !== 'empty') return undefined;
	if (key === 'discussed' && stateAt('decided') === 'on') return t('stage.not_discussed');
	return key === 'done' && stateAt('committed') === 'late' ? t('stage.overdue') : undefined;
}

/** The arches of the small bridge. */
export const arches = (stages: readonly Stage[], t: Translator): Arch[] =>
	stages.map((stage) => ({
		key: stage.key,
		state: stage.state,
		label: t(`stage.${stage.key}`),
		word: wordOf(stage, stages, t),
	}));

interface Course {
	stages: readonly Stage[];
	contributions: number;
	answer: { outcome: Outcome } | null;
	commitment: { status: CommitmentStatus } | null;
}

/** What stands under an arch of the wide bridge; undefined leaves the state's own word. */
function detailOf({ key, state, day, lateDays }: Stage, course: Course, t: Translator, f: Formats): string | undefined {
	const date = day === null ? '' : f.date(day);
	if (state === 'late') return t('stage.late', { count: lateDays });
	if (key === 'discussed')
		return course.contributions > 0 ? t('thread.count', { count: course.contributions }) : undefined;
	if (key === 'decided' && course.answer)
		return t(course.answer.outcome === 'accepted' ? 'stage.accepted_on' : 'stage.declined_on', { date });
	if (key === 'decided') return t('stage.answer_by', { date });
	if (key !== 'proposed' && course.answer?.outcome === 'declined') return t('stage.not_followed');
	if (key === 'done' && course.commitment?.status === 'abandoned') return t('stage.abandoned');
	if (key === 'done' && state === 'empty' && day !== null) {
		const isLate = course.stages.some((stage) => stage.key === 'committed' && stage.state === 'late');
		return t(isLate ? 'stage.was_due' : 'stage.done_by', { date });
	}
	return date || undefined;
}

/** The arches of the wide bridge, each with its date or its state in words. */
export const wideArches = (course: Course, t: Translator, f: Formats): Arch[] =>
	course.stages.map((stage) => ({
		key: stage.key,
		state: stage.state,
		label: t(`stage.${stage.key}`),
		detail: detailOf(stage, course, t, f),
		word: wordOf(stage, course.stages, t),
	}));

const moment = (day: string, time: string | null, t: Translator, f: Formats): string =>
	time === null ? f.date(day) : t('process.day_time', { date: f.date(day), time });

/** The name a phase was given in the reader's language, else what is done in it. */
export const phaseName = ({ kind, titles }: Pick<Phase, 'kind' | 'titles'>, t: Translator): string =>
	titles[t.locale] ?? t(`phase.${kind}`);

/** When a phase starts; a whole day has no hour. */
export function startWords({ startsWall }: Pick<Phase, 'startsWall'>, t: Translator, f: Formats): string {
	const time = startsWall.slice(11);
	return moment(startsWall.slice(0, 10), time === '00:00' ? null : time, t, f);
}

/** Until when a phase runs: its last day, with the hour unless the day is whole. */
export function untilWords({ endsWall }: Pick<Phase, 'endsWall'>, t: Translator, f: Formats): string {
	const { day, time } = lastMoment(endsWall);
	return moment(day, time, t, f);
}

/** What can be done now and until when, a sentence for each running phase; else what comes next. */
export function nowWords(process: Process, now: Date, t: Translator, f: Formats): string[] {
	if (process.state === 'draft') return [t('process.now_draft')];
	const open = runningPhases(process, now);
	if (open.length > 0) return open.map((phase) => t(`process.now_${phase.kind}`, { date: untilWords(phase, t, f) }));
	if (processPlace(process, now) === 'archived') return [t('process.now_archived')];
	const next = nextPhase(process, now);
	return [
		next ? t('process.now_next', { phase: phaseName(next, t), date: startWords(next, t, f) }) : t('process.now_over'),
	];
}

/** Why nobody can propose now: when it opens, or that it is over. Empty while it runs. */
export function proposeWords(process: Process, now: Date, t: Translator, f: Formats): string {
	if (runningPhases(process, now).some((phase) => phase.kind === 'proposals')) return '';
	const next = process.state === 'archived' ? null : nextPhase(process, now, 'proposals');
	return next ? t('process.propose_coming', { date: startWords(next, t, f) }) : t('process.propose_over');
}
