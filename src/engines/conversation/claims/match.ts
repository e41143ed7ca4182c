// Which claims a text repeats.
import type { ClaimIndex } from './claim-index.ts';
import { type Likeness, likenesses, rarity } from './likeness.ts';
import type { Posting } from './vocabulary.ts';

export interface Match {
	claim: string;
	/** How likely the text repeats the claim, from 0 to 1, as our own validation has it. */
	score: number;
	level: 'sure' | 'maybe';
}

const MOST = 5;
/**
 * Where other claims are as like, likeness says little: what counts is how far a claim stands out from the next best and from the
 * crowd, the fifth to the twelfth.
 */
const CROWD = { from: 4, to: 12, weight: 0.5 };
const NEXT = 0.5;
/** How far a claim stands out when it is right as often as wrong, and how fast that changes. */
const EVEN = 0.1;
const STEEPNESS = 18;
/** From here on at least 95 of 100 are right in every part of the validation (bench/algorithms/claims.ts), with room to spare. */
const SURE = 0.3;
/** Nearer than this to the next best, it may be that one as well. */
const APART = 0.1;
/** Words in common, and the share of the claim's weight in words, below which nothing is sure: a claim may have a twin that says something else. */
const FEWEST_SHARED = 3;
const LEAST_SHARED = 0.5;

/** A text of fewer words than this is heard with less certainty. */
const ENOUGH_ASKED = 4;

/** At most five claims, best first; none when nothing is like it at all. */
export function matchClaims(index: ClaimIndex, text: string): Match[] {
	const { telling, found } = likenesses(index, text);
	const best = new Map<string, Likeness>();
	for (const one of found) if (one.like > (best.get(one.claim)?.like ?? 0)) best.set(one.claim, one);
	const ranked = [...best.values()].sort((a, b) => b.like - a.like || (a.claim < b.claim ? -1 : 1));
	const crowd = ranked.slice(CROWD.from, CROWD.to).reduce((sum, { like }) => sum + like, 0) / (CROWD.to - CROWD.from);
	const heard = Math.min(1, telling.size / ENOUGH_ASKED);
	return ranked.slice(0, MOST).map(({ claim, like, place }, rank): Match => {
		const next = ranked[rank === 0 ? 1 : 0]?.like ?? 0;
		const standing = heard * (like - CROWD.weight * crowd - NEXT * next);
		const sure = rank === 0 && standing >= SURE && like - next >= APART && muchShared(index, place, telling);
		return { claim, score: 1 / (1 + Math.exp(-STEEPNESS * (standing - EVEN))), level: sure ? 'sure' : 'maybe' };
	});
}

/** Whether a wording and a text share enough stems that say something. */
function muchShared(index: ClaimIndex, place: number, telling: ReadonlySet<Posting>): boolean {
	const words = (index.wordings[place]?.words ?? []).filter(({ says }) => says === 1);
	const stems = [...new Set(words.map(({ stem }) => stem))];
	const shared = stems.filter((stem) => telling.has(stem));
	const weight = (of: readonly Posting[]): number => of.reduce((sum, stem) => sum + rarity(index.live, stem), 0);
	return shared.length >= FEWEST_SHARED && weight(shared) >= LEAST_SHARED * weight(stems);
}
