// Relative references resolved as RFC 3986 (5.2) says, without rewriting what was already absolute.

interface Parts {
	scheme?: string | undefined;
	authority?: string | undefined;
	path: string;
	query?: string | undefined;
	fragment?: string | undefined;
}

function partsOf(address: string): Parts {
	// Appendix B of RFC 3986; every group is bounded by the next separator, so it runs in linear time.
	const [, scheme, authority, path = '', query, fragment] =
		/^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/i.exec(address) ?? [];
	return { scheme, authority, path, query, fragment };
}

function withoutDots(path: string): string {
	if (!path.includes('.')) return path;
	const kept: string[] = [];
	const segments = path.split('/');
	for (const [i, segment] of segments.entries()) {
		const last = i === segments.length - 1;
		if (segment === '..') {
			if (kept.length > 1) kept.pop();
			if (last) kept.push('');
		} else if (segment === '.') {
			if (last) kept.push('');
		} else kept.push(segment);
	}
	return kept.join('/');
}

const written = ({ scheme, authority, path, query, fragment }: Parts): string =>
	(scheme === undefined ? '' : `${scheme}:`) +
	(authority === undefined ? '' : `//${authority}`) +
	path +
	(query === undefined ? '' : `?${query}`) +
	(fragment === undefined ? '' : `#${fragment}`);

const longest = 20_000;

/** `address` counted from `base`; as it is when it is absolute, too long, or `base` is no base ('' or opaque). */
export function joinUrl(base: string, address: string): string {
	const wanted = address.trim();
	if (base === '' || wanted.length > longest) return wanted;
	if (wanted === '') return base;
	const to = partsOf(wanted);
	if (
		to.scheme !== undefined &&
		!(to.scheme === partsOf(base).scheme && to.authority === undefined && /^https?$/i.test(to.scheme))
	)
		return wanted;
	const from = partsOf(base);
	// `mailto:` and `tag:` have no places to count from.
	if (from.scheme !== undefined && from.authority === undefined && !from.path.startsWith('/')) return wanted;
	const { scheme } = from;
	const { query, fragment } = to;
	if (to.authority !== undefined)
		return written({ scheme, authority: to.authority, path: withoutDots(to.path), query, fragment });
	const { authority } = from;
	if (to.path === '') return written({ scheme, authority, path: from.path, query: query ?? from.query, fragment });
	if (to.path.startsWith('/')) return written({ scheme, authority, path: withoutDots(to.path), query, fragment });
	const folder = authority !== undefined && from.path === '' ? '/' : from.path.slice(0, from.path.lastIndexOf('/') + 1);
	return written({ scheme, authority, path: withoutDots(folder + to.path), query, fragment });
}

/** The addresses of a `srcset`, each before its width or density, counted from `base` (WHATWG HTML, 4.8.4.2.1). */
export const joinSet = (base: string, set: string): string =>
	set.replace(
		/(^\s*|,\s*)([^\s,]\S*?)(?=,*(?:\s|$))/g,
		(_, before: string, address: string) => before + joinUrl(base, address),
	);
