// Who comes first among equals: more supporters, then the lower cost, then the order of the file.
import type { Election, Standing } from './election.ts';

export type TieBreak = 'votes' | 'cost' | 'order';

/** Projects that were equal when one was to be chosen, in the order the rule then put them. */
export interface Tie {
	projects: readonly number[];
	/** The last criterion that was needed to tell any two of them apart. */
	by: TieBreak;
}

export interface TieRule {
	/** Negative when `a` comes first; never 0 for two projects. */
	compare(a: number, b: number): number;
	/** The same for two with equally many supporters. */
	level(a: number, b: number): number;
	tie(projects: readonly number[]): Tie;
}

export function tieRule(
	{ projects }: Pick<Election, 'projects'>,
	{ supporters }: Pick<Standing, 'supporters'>,
): TieRule {
	const votes = (a: number, b: number): number => supporters[b]! - supporters[a]!;
	const cost = (a: number, b: number): number => projects[a]!.cost - projects[b]!.cost;
	const level = (a: number, b: number): number => cost(a, b) || a - b;
	const compare = (a: number, b: number): number => votes(a, b) || level(a, b);
	return {
		compare,
		level,
		tie(equals) {
			const inOrder = [...equals].sort(compare);
			// Sorted, any two that only a later criterion tells apart stand side by side.
			const beside = inOrder.slice(1).map((b, i) => [inOrder[i]!, b] as const);
			const by = beside.some(([a, b]) => votes(a, b) === 0 && cost(a, b) === 0)
				? 'order'
				: beside.some(([a, b]) => votes(a, b) === 0)
					? 'cost'
					: 'votes';
			return { projects: inOrder, by };
		},
	};
}
