// The figures of what the product itself counts, draws and judges, each beside its target.
import type { Figure } from '../figure.ts';
import { bursts } from './bursts.ts';
import { claims } from './claims.ts';
import { feeds } from './feeds.ts';
import { opinionMap } from './opinion-map.ts';
import { screening } from './screening.ts';
import { budgetTally } from './tally.ts';

/** One entry an algorithm, in the order of their rooms. */
const suites: readonly (() => Promise<Figure[]>)[] = [feeds, budgetTally, opinionMap, screening, claims, bursts];

export async function algorithms(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const suite of suites) figures.push(...(await suite()));
	return figures;
}
