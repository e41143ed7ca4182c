// What a word of the list adds to the logit of a text.
import type { Judged } from './calibrate.ts';

/** Where no text held a listed word. */
export const USUALLY_LISTED = 1;
/**
 * Where most texts with a listed word were held it adds so much at least, and more where nearly all were: files that judge one
 * thing only, such as racism, know few insults.
 */
const LEAST = { most: 1.5, nearlyAll: 2.5 };
const NEARLY_ALL = 0.9;

/** `learned`: what the weight of a listed word adds; `judged`: the texts that hold one. Never less than nothing. */
export function addedBy(learned: number, judged: readonly Judged[]): number {
	if (judged.length === 0) return USUALLY_LISTED;
	const total = judged.reduce((sum, { weight }) => sum + weight, 0);
	const held = judged.reduce((sum, { weight, label }) => sum + weight * label, 0);
	const least = held > NEARLY_ALL * total ? LEAST.nearlyAll : 2 * held > total ? LEAST.most : 0;
	return Math.max(least, learned);
}

/** How much must be added to the log-odds of these texts for them to be held as often as they were. */
export function missingIn(judged: readonly Judged[]): number {
	const held = judged.reduce((sum, { label, weight }) => sum + weight * label, 0);
	let [low, high] = [-FARTHEST, FARTHEST];
	for (let step = 0; step < 40; step += 1) {
		const middle = (low + high) / 2;
		const expected = judged.reduce((all, { sum, weight }) => all + weight / (1 + Math.exp(-sum - middle)), 0);
		if (expected < held) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

const FARTHEST = 4;
