// Which claims a text repeats.
import type { ClaimIndex } from './claim-index.ts';
import { type Heard, type Likeness, likenesses, rarity } from './likeness.ts';
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
/**
 * What is about the claim's matter shares most of its words and says something else («the dam is full», «the dam is not cracked»).
 * Sure is only what has at least so many words in common, where one of both says nothing beyond the other and that no more than this
 * share of its weight, and where both deny or neither.
 */
const FEWEST_SHARED = 3;
const MOST_BEYOND = 0.4;

/** A text of fewer words than this is heard with less certainty. */
const ENOUGH_ASKED = 4;

/** At most five claims, best first; none when nothing is like it at all. */
export function matchClaims(index: ClaimIndex, text: string): Match[] {
	const { heard, found } = likenesses(index, text);
	const best = new Map<string, Likeness>();
	for (const one of found) if (one.like > (best.get(one.claim)?.like ?? 0)) best.set(one.claim, one);
	const ranked = [...best.values()].sort((a, b) => b.like - a.like || (a.claim < b.claim ? -1 : 1));
	const crowd = ranked.slice(CROWD.from, CROWD.to).reduce((sum, { like }) => sum + like, 0) / (CROWD.to - CROWD.from);
	const certainty = Math.min(1, heard.telling.size / ENOUGH_ASKED);
	return ranked.slice(0, MOST).map(({ claim, like, place }, rank): Match => {
		const next = ranked[rank === 0 ? 1 : 0]?.like ?? 0;
		const standing = certainty * (like - CROWD.weight * crowd - NEXT * next);
		const sure = rank === 0 && standing >= SURE && like - next >= APART && saysTheSame(index, place, heard);
		return { claim, score: 1 / (1 + Math.exp(-STEEPNESS * (standing - EVEN))), level: sure ? 'sure' : 'maybe' };
	});
}

/** Whether a wording and a text say the same, as far as words tell. */
function saysTheSame(index: ClaimIndex, place: number, { telling, denies }: Heard): boolean {
	const wording = index.wordings[place];
	if (!wording || wording.denies !== denies) return false;
	const stems = new Set(wording.words.filter(({ says }) => says === 1).map(({ stem }) => stem));
	const weight = (of: Iterable<Posting>): number => [...of].reduce((sum, stem) => sum + rarity(index.live, stem), 0);
	const beyond = (one: ReadonlySet<Posting>, other: ReadonlySet<Posting>): number =>
		weight(one.difference(other)) / weight(one);
	const sides = [beyond(stems, telling), beyond(telling, stems)];
	const shared = stems.intersection(telling).size;
	return shared >= FEWEST_SHARED && Math.min(...sides) === 0 && Math.max(...sides) <= MOST_BEYOND;
}
