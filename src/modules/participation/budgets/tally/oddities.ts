// What is strange in a file and was read all the same: counted by kind, with the first few places.

export interface Oddity {
	code: OddityCode;
	count: number;
	/** The first of them; line 0 where the file as a whole is meant. */
	first: { line: number; value: string }[];
}

export type OddityCode =
	| 'amount-with-comma'
	| 'ballot-empty'
	| 'budget-exceeds-costs'
	| 'columns-extra'
	| 'columns-missing'
	| 'header-missing'
	| 'key-repeated'
	| 'meta-unreadable'
	| 'num-projects-differs'
	| 'num-votes-differs'
	| 'outside-sections'
	| 'points-mismatch'
	| 'points-over-limit'
	| 'points-unreadable'
	| 'project-free'
	| 'project-named-twice'
	| 'project-over-budget'
	| 'project-repeated'
	| 'project-unknown'
	| 'project-without-id'
	| 'quote-stray'
	| 'score-differs'
	| 'section-repeated'
	| 'selected-unclear'
	| 'vote-over-limit'
	| 'vote-type-missing'
	| 'vote-under-limit'
	| 'voter-repeated'
	| 'votes-differ';

const shown = 5;

export interface Oddities {
	add(code: OddityCode, line: number, value: string, times?: number): void;
	list(): Oddity[];
}

export function collectOddities(): Oddities {
	const found = new Map<OddityCode, Oddity>();
	return {
		add(code, line, value, times = 1) {
			const known = found.get(code) ?? { code, count: 0, first: [] };
			known.count += times;
			if (known.first.length < shown) known.first.push({ line, value: value.slice(0, 80) });
			found.set(code, known);
		},
		list: () => [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
	};
}
