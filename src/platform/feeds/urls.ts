// Addresses: resolved against a base, only http and https kept, and the first picture of an HTML text.

/** `address` made absolute against `base`, or null when it is not an http(s) address. */
export function resolveUrl(address: string | null | undefined, base: string | null): string | null {
	if (address === null || address === undefined || address.trim() === '') return null;
	try {
		const url = base === null ? new URL(address.trim()) : new URL(address.trim(), base);
		return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
	} catch {
		return null;
	}
}

const tag = /<[a-z][^<>]*>/gi;
const address = /(\s(?:src|href|poster)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/** The HTML with its relative `src`, `href` and `poster` made absolute. Fragments and other schemes are left alone. */
export function withAbsoluteUrls(html: string, base: string | null): string {
	if (base === null) return html;
	return html.replace(tag, (whole) =>
		whole.replace(address, (attribute, name: string, double?: string, single?: string) => {
			const written = (double ?? single ?? '').trim();
			if (written === '' || written.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(written)) return attribute;
			const resolved = resolveUrl(written.replace(/&amp;/g, '&'), base);
			return resolved === null ? attribute : `${name}"${resolved.replace(/&/g, '&amp;').replace(/"/g, '%22')}"`;
		}),
	);
}

/** The address of the first picture of a text that is not a counting pixel, or null. */
export function firstImage(html: string, base: string | null): string | null {
	for (const [whole] of html.matchAll(/<img\s[^<>]*>/gi)) {
		if (/\s(?:width|height)\s*=\s*["']?[01]["'\s/>]/i.test(whole)) continue;
		const found = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(whole);
		const written = found?.[1] ?? found?.[2] ?? found?.[3];
		const resolved = resolveUrl(written?.replace(/&amp;/g, '&'), base);
		if (resolved !== null) return resolved;
	}
	return null;
}
