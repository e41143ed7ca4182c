// Addresses: resolved against a base, only http and https kept, and the first picture of an HTML text.
import { joinSet, joinUrl } from './join.ts';

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

/** An attribute with a relative address. Most texts hold none, and are then not taken apart. */
const relative =
	/(\s(?:href|src|poster|cite|longdesc|usemap|action|background|codebase|data|classid|profile)\s*=\s*)(?:"(?!\s*(?:[a-z][a-z\d+.-]*:|[#"]))([^"]*)"|'(?!\s*(?:[a-z][a-z\d+.-]*:|[#']))([^']*)'|(?!["']|[a-z][a-z\d+.-]*:|#)([^\s"'>]+))/gi;

/** Pictures in several sizes, an address and its width each. */
const sets = /(\ssrcset\s*=\s*["'])([^"'<>]*)/gi;

const tag = /<[a-z][^<>]*>/gi;
const voidTag = /^<(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)(?=[\s/>])/i;

/**
 * The HTML with its relative addresses counted from `base`. Anchors and other schemes are left alone. A tag that is
 * written anew is written as XHTML would have it, like those of markup that was not escaped.
 */
export function withAbsoluteUrls(html: string, base: string): string {
	if (base === '' || (html.search(relative) < 0 && html.search(sets) < 0)) return html;
	return html.replace(tag, (whole) => {
		const inSets = whole.replace(sets, (_, before: string, set: string) => `${before}${joinSet(base, set)}`);
		const found = inSets.replace(relative, (_, before: string, double?: string, single?: string, bare?: string) => {
			const address = (double ?? single ?? bare ?? '').trim().replace(/&amp;/g, '&');
			return `${before}"${joinUrl(base, address).replace(/&/g, '&amp;').replace(/"/g, '%22')}"`;
		});
		return found === whole || !voidTag.test(found) ? found : found.replace(/\s*\/?>$/, ' />');
	});
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
