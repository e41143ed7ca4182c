// Why a case stands, as codes: shared by the desk's pages and what is stored.

export interface Because {
	/** A rule of screening, `flag` or `appeal`; message keys `because.<rule>`. */
	rule: string;
	/** Where in the text, as UTF-16 offsets. */
	span?: { start: number; end: number } | undefined;
	/** A pattern, host, likeness (0 to 1) or flag reason. */
	detail?: string | undefined;
	/** Where, when not in the text itself: the author's name, the place of a proposal. */
	field?: 'name' | 'place' | undefined;
}

export interface Reason {
	rule: string;
	field: Because['field'];
	details: string[];
}

/** Reasons by rule and field, each with its different details, in the order they came. */
export function reasonsOf(because: readonly Because[]): Reason[] {
	const reasons = new Map<string, { rule: string; field: Because['field']; details: Set<string> }>();
	for (const { rule, field, detail } of because) {
		const key = `${rule} ${field ?? ''}`;
		const reason = reasons.get(key) ?? { rule, field, details: new Set() };
		if (detail !== undefined) reason.details.add(detail);
		reasons.set(key, reason);
	}
	return [...reasons.values()].map((reason) => ({ ...reason, details: [...reason.details] }));
}
