// Which claims a text repeats.
import type { ClaimIndex } from './claim-index.ts';
import { type Likeness, likenesses } from './likeness.ts';

export interface Match {
	claim: string;
	/** How likely the text repeats the claim, from 0 to 1, as our own validation has it. */
	score: number;
	level: 'sure' | 'maybe';
}

const MOST = 5;
/** Claims that are like any text of this kind: how much like it the fifth to the twelfth are, says how little likeness means here. */
const CROWD = { from: 4, to: 12, weight: 0.5 };
/** Likeness beyond the crowd that is right as often as wrong, and how fast that changes. */
const EVEN = 0.23;
const STEEPNESS = 20;
/** From here on at least 95 of 100 are right in every part of the validation (bench/algorithms/claims.ts), with room to spare. */
const SURE = 0.4;
/** Words in common below which nothing is sure. */
const FEWEST_SHARED = 3;

/** A text of fewer words than this is heard with less certainty. */
const ENOUGH_ASKED = 4;
/** What is less likely is not told. */
const LEAST = 0.01;

/** At most five claims, best first; none when nothing is likely at all. */
export function matchClaims(index: ClaimIndex, text: string): Match[] {
	const best = new Map<string, { like: number; shared: number }>();
	const { asked, found } = likenesses(index, text);
	for (const one of found) {
		const like = fused(one);
		if (like > (best.get(one.claim)?.like ?? 0)) best.set(one.claim, { like, shared: one.shared });
	}
	const ranked = [...best].sort(([a, one], [b, other]) => other.like - one.like || (a < b ? -1 : 1));
	const crowd =
		ranked.slice(CROWD.from, CROWD.to).reduce((sum, [, { like }]) => sum + like, 0) / (CROWD.to - CROWD.from);
	const heard = Math.min(1, asked / ENOUGH_ASKED);
	const matches = ranked.slice(0, MOST).map(([claim, { like, shared }], rank): Match => {
		const beyond = heard * (like - CROWD.weight * crowd);
		const sure = rank === 0 && beyond >= SURE && shared >= FEWEST_SHARED;
		return { claim, score: 1 / (1 + Math.exp(-STEEPNESS * (beyond - EVEN))), level: sure ? 'sure' : 'maybe' };
	});
	return matches.filter(({ score }) => score >= LEAST);
}

const fused = ({ words, pieces, covered }: Likeness): number => 0.4 * words + 0.4 * pieces + 0.2 * covered;
