// Why a case stands, as codes: shared by the desk's pages and what is stored.

export interface Because {
	/** A rule of screening, `flag` or `appeal`; message keys `because.<rule>`. */
	rule: string;
	/** Where in the text, as UTF-16 offsets. */
	span?: { start: number; end: number } | undefined;
	/** A pattern, host, likeness (0 to 1) or flag reason. */
	detail?: string | undefined;
}

export interface Reason {
	rule: string;
	details: string[];
}

/** Reasons by rule, each with its different details, in the order they came. */
export function reasonsOf(because: readonly Because[]): Reason[] {
	const reasons = new Map<string, Set<string>>();
	for (const { rule, detail } of because) {
		const details = reasons.get(rule) ?? new Set();
		reasons.set(rule, detail === undefined ? details : details.add(detail));
	}
	return [...reasons].map(([rule, details]) => ({ rule, details: [...details] }));
}
