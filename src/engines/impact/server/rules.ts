// What rooms declare to be counted: how much one fact adds to an indicator, in which part, with which value.
import type { Recorded } from '#platform/fact.ts';
import { installation } from '#platform/server/installation.ts';
import type { DeadlineRule, IndicatorRule } from '#platform/server/room.ts';

export const rules = (): IndicatorRule[] => installation().rooms.flatMap((room) => room.indicators ?? []);

const named = (indicator: string): IndicatorRule[] => rules().filter((rule) => rule.name === indicator);

/** The fact types an indicator counts, for its page of source rows. */
export const factsOf = (indicator: string): string[] => [
	...new Set(
		named(indicator).flatMap((rule) => [...rule.counts, ...(rule.samples ?? [])].map((source) => source.fact)),
	),
];

/** How an indicator of deadlines reads its facts; null when no room declares it. */
export const deadlineNamed = (indicator: string): DeadlineRule | null =>
	named(indicator).find((rule) => rule.deadline)?.deadline ?? null;

export interface Counted {
	/** How much the fact adds to the counter; 1 for a sample, 0 when it does not count. */
	n: number;
	/** The sample's value in hours, null for counters. */
	value: number | null;
	part: string;
}

/** What one fact means for an indicator. */
export function countedBy(indicator: string, fact: Recorded): Counted {
	const counted: Counted = { n: 0, value: null, part: '' };
	for (const rule of named(indicator)) {
		for (const source of rule.counts) {
			if (source.fact !== fact.type) continue;
			counted.n += source.by ? source.by(fact) : 1;
			counted.part ||= source.part?.(fact) ?? '';
		}
		for (const source of rule.samples ?? []) {
			const value = source.fact === fact.type ? source.value(fact) : null;
			if (value !== null) Object.assign(counted, { n: 1, value });
		}
	}
	return counted;
}
