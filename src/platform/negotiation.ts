// What a request and an answer agree on (RFC 9110): whether the copy is still good, how it is packed, what it varies by.

/** True when If-None-Match (RFC 9110, 13.1.2) names this tag; weak and strong tags compare alike. */
export const matchesTag = (ifNoneMatch: string | null | undefined, etag: string): boolean => {
	const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
	if (!ifNoneMatch) return false;
	return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag));
};

/** The first of `offered` that Accept-Encoding takes (RFC 9110, 12.5.3), or null for the answer as it is. */
export function encodingFor<Offered extends string>(
	accepts: string | null | undefined,
	offered: readonly Offered[],
): Offered | null {
	const weights = new Map<string, number>();
	for (const part of (accepts ?? '').toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
		const weight = parameters.find((parameter) => parameter.startsWith('q='));
		if (name) weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
	}
	return offered.find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0) ?? null;
}

/** A Vary line with these names added, none of them twice. */
export function withVary(vary: string | null | undefined, ...names: readonly string[]): string {
	const all = [...(vary ?? '').split(','), ...names].map((name) => name.trim().toLowerCase()).filter(Boolean);
	return all.includes('*') ? '*' : [...new Set(all)].join(', ');
}
