// The body of a work made ready for where it is shown: a page of ours, or a feed read elsewhere. Pure.
import { pictureSources } from '#platform/pictures.ts';
import { cleanHtml, escapeHtml, replaceTags, type Tag, withAttribute } from '#platform/html/index.ts';

/** A picture of our own by its path, in the widths there are when its own is known. */
function ownPicture(img: Tag, path: string): string {
	const file = /^\/files\/([\da-f-]{36})$/.exec(path)?.[1];
	const { srcset } = file ? pictureSources(file, Number(img.attributes['width']) || 0) : {};
	const local = withAttribute(img, 'src', path);
	return srcset ? local.replace(' src=', ` srcset="${srcset}" sizes="(min-width: 44rem) 42rem, 100vw" src=`) : local;
}

/**
 * Cleaned HTML for our own pages. They load nothing from other hosts, so a picture kept elsewhere becomes a link with
 * its description, or `label` when it has none; inside a link, only the words.
 */
export function bodyForPage(html: string, origin: string, label: string): string {
	let links = 0;
	return replaceTags(cleanHtml(html, { links: 'editorial' }), (tag) => {
		if (tag.name === 'a') links += tag.closing ? -1 : 1;
		if (tag.name !== 'img') return tag.whole;
		const { src = '', alt = '' } = tag.attributes;
		const address = URL.canParse(src) ? new URL(src) : null;
		if (!address) return ownPicture(tag, src);
		if (address.origin === origin) return ownPicture(tag, address.pathname + address.search);
		const words = `<span dir="auto">${escapeHtml(alt.trim() || label)}</span>`;
		return links > 0 ? words : `<a href="${escapeHtml(src)}" rel="noopener">${words}</a>`;
	});
}

/** Cleaned HTML with absolute addresses; `page` is the address of the work itself. */
export function bodyForFeed(html: string, page: string): string {
	return replaceTags(cleanHtml(html, { links: 'editorial' }), (tag) => {
		const name = tag.name === 'img' ? 'src' : 'href';
		const given = tag.attributes[name];
		return given === undefined || URL.canParse(given) || !URL.canParse(given, page)
			? tag.whole
			: withAttribute(tag, name, new URL(given, page).href);
	});
}
