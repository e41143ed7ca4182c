// Whether more of the comments are hostile than usual, and whether they come from more than a few people: what red asks besides.
import type { NotRed } from './alarm.ts';
import { betaBinomialTail } from './distributions.ts';
import type { Excursion } from './excursion.ts';
import type { Hour } from './series.ts';

/** A day tells about as much on its usual share as so many independent comments, at most. */
const STEADY = 60;
const UNLIKELY = 0.05;
const FEWEST_AUTHORS = 5;
/** The same people may be counted again every hour: in one of the hours there were so many at once. */
const TOGETHER = 3;
/** Authors are counted hour by hour: fewer than so many for each comment are few people writing much. */
const AUTHORS_EACH = 0.4;

/** The usual share of hostile comments as a beta distribution; null where no hour says. */
export function usualHostility(hours: readonly Hour[]): { a: number; b: number } | null {
	const judged = hours.filter(({ hostile }) => hostile !== undefined);
	const n = judged.reduce((sum, hour) => sum + hour.n, 0);
	if (n === 0) return null;
	const hostile = judged.reduce((sum, hour) => sum + (hour.hostile ?? 0), 0);
	const weight = Math.min(n, STEADY);
	const share = (hostile + 0.5) / (n + 1);
	return { a: share * weight, b: (1 - share) * weight };
}

/** What keeps an alarm from being red; null when nothing does. What the series does not say is no obstacle. */
export function notRed(
	{
		hostile,
		judged,
		authors,
		heard,
		together,
	}: Pick<Excursion, 'hostile' | 'judged' | 'authors' | 'heard' | 'together'>,
	usual: { a: number; b: number } | null,
): NotRed | null {
	const few = authors < FEWEST_AUTHORS || together < TOGETHER || authors < AUTHORS_EACH * heard;
	if (heard > 0 && few) return 'authors';
	if (usual && judged > 0 && betaBinomialTail(hostile, judged, usual.a, usual.b) > UNLIKELY) return 'hostility';
	return null;
}
