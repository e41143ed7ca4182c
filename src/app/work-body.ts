// The body of a work made ready for where it is shown: a page of ours, or a feed read elsewhere. Pure.
import { pictureSources } from '#platform/pictures.ts';
import { cleanHtml, escapeHtml } from '#platform/html/index.ts';

const tag = /<(\/?)([a-z][a-z\d]*)\b([^<>]*)>/g;
const attribute = /\s(src|href|alt|width)="([^"]*)"/g;

/** Undoes the escapes that the sanitiser writes in attributes. */
const plainValue = (value: string): string =>
	value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function attributesOf(text: string): Record<string, string> {
	return Object.fromEntries([...text.matchAll(attribute)].map(([, name, value]) => [name, plainValue(value ?? '')]));
}

/** A picture of our own whose width is known, with its narrower copies. */
function inWidths(img: string, path: string, width: string): string {
	const file = /^\/files\/([\da-f-]{36})$/.exec(path)?.[1];
	const { srcset } = file ? pictureSources(file, Number(width) || 0) : {};
	return srcset ? img.replace(' src=', ` srcset="${srcset}" sizes="(min-width: 44rem) 42rem, 100vw" src=`) : img;
}

/**
 * Cleaned HTML for our own pages. They load nothing from other hosts, so a picture kept elsewhere becomes a link with
 * its description, or `label` when it has none; inside a link, only the words.
 */
export function bodyForPage(html: string, origin: string, label: string): string {
	let links = 0;
	return cleanHtml(html, { links: 'editorial' }).replace(tag, (whole, slash: string, name: string, rest: string) => {
		if (name === 'a') links += slash ? -1 : 1;
		if (name !== 'img') return whole;
		const { src = '', alt = '', width = '' } = attributesOf(rest);
		const address = URL.canParse(src) ? new URL(src) : null;
		if (!address) return inWidths(whole, src, width);
		if (address.origin === origin) {
			const path = address.pathname + address.search;
			return inWidths(
				whole.replace(escapeHtml(src), () => escapeHtml(path)),
				path,
				width,
			);
		}
		const words = `<span dir="auto">${escapeHtml(alt.trim() || label)}</span>`;
		return links > 0 ? words : `<a href="${escapeHtml(src)}" rel="noopener">${words}</a>`;
	});
}

/** Cleaned HTML with absolute addresses; `page` is the address of the work itself. */
export function bodyForFeed(html: string, page: string): string {
	return cleanHtml(html, { links: 'editorial' }).replace(tag, (whole) =>
		whole.replace(/\s(src|href)="([^"]*)"/g, (found, name: string, value: string) => {
			const given = plainValue(value);
			return URL.canParse(given) || !URL.canParse(given, page)
				? found
				: ` ${name}="${escapeHtml(new URL(given, page).href)}"`;
		}),
	);
}
