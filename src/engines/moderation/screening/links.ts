// Finds addresses of web pages in a text, also those broken up by invisible signs or wide letters.
import type { Span, Units } from './fold.ts';

export interface FoundLink extends Span {
	readonly host: string;
}

/** Endings believed without "http" or "www": those met in spam and in the region. "fin.Le" is no address. */
const BARE_ENDINGS =
	'com|net|org|info|biz|io|me|tv|ly|co|app|dev|online|site|shop|store|xyz|top|click|link|live|ma|tn|dz|fr|es|be|uk|ru|cn|de|it|eu';
const LINK = new RegExp(
	`(?:h(?:tt|xx)ps?:?//|www\\.)[^\\s<>"«»]{1,2000}|(?<![\\p{L}\\p{N}@._-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:${BARE_ENDINGS})(?![\\p{L}\\p{N}@-])(?:[/?#][^\\s<>"«»]{0,2000})?`,
	'gu',
);

/** Links in order of appearance, host in lower case without "www.". */
export function findLinks(units: Units): FoundLink[] {
	const links: FoundLink[] = [];
	const text = units.chars.join('');
	if (!text.includes('.') && !text.includes('//')) return links;
	const places = text.length === units.chars.length ? null : placesOf(units.chars);
	for (const match of text.matchAll(LINK)) {
		const shown = match[0].replace(/[.,;:!?)\]}'"…،؛؟]+$/u, '');
		const first = places === null ? match.index : (places[match.index] ?? 0);
		const lastAt = match.index + shown.length - 1;
		const last = places === null ? lastAt : (places[lastAt] ?? first);
		links.push({ start: units.starts[first] ?? 0, end: units.ends[last] ?? 0, host: hostOf(shown) });
	}
	return links;
}

/** Whether `host` is one of the allowed hosts or under one of them. */
export function isAllowed(host: string, allowedHosts: readonly string[]): boolean {
	return allowedHosts.some((one) => {
		const allowed = one.toLowerCase().replace(/^www\./u, '');
		return allowed !== '' && (host === allowed || host.endsWith(`.${allowed}`));
	});
}

/** The host a browser would go to: what stands before an @ is not it. */
function hostOf(link: string): string {
	const authority = link.replace(/^h(?:tt|xx)ps?:?\/\//u, '').split(/[/?#\\]/u)[0] ?? '';
	return (authority.split('@').at(-1) ?? '')
		.replace(/:\d*$/u, '')
		.replace(/^www\./u, '')
		.replace(/\.$/u, '');
}

function placesOf(chars: readonly string[]): number[] {
	return chars.flatMap((char, i) => Array.from({ length: char.length }, () => i));
}
