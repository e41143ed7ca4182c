// Pictures in the body of what a feed brings: which there are, and the body with those we keep.
import { cleanHtml, escapeHtml, replaceTags } from '#platform/html/index.ts';

export interface OwnPicture {
	/** Id of the stored file. */
	file: string;
	width: number;
	height: number;
}

const cleaned = (html: string): string => cleanHtml(html, { links: 'editorial' });

/** Addresses of the pictures of a body, each once, in order, without those that count readers. */
export function picturesIn(html: string): string[] {
	const found = new Set<string>();
	replaceTags(cleaned(html), ({ name, attributes, whole }) => {
		const { src = '', width, height } = attributes;
		if (name === 'img' && src.startsWith('https:') && width !== '1' && height !== '1') found.add(src);
		return whole;
	});
	return [...found];
}

/** A link around nothing but a picture. */
const linkedPicture = /<a [^<>]*>\s*(<img [^<>]*>)\s*<\/a>/g;

/**
 * The body with the pictures we keep served from here, in their own size; others stay as they are. The one that leads the
 * work is left out, since the page shows it above: its description is answered.
 */
export function withOwnPictures(
	html: string,
	stored: Readonly<Record<string, OwnPicture>>,
	lead: string | null,
): { html: string; leadAlt: string | null } {
	let leadAlt: string | null = null;
	const sourceOf = (img: string): string => {
		let source = '';
		replaceTags(img, ({ attributes, whole }) => {
			source = attributes['src'] ?? '';
			return whole;
		});
		return source;
	};
	const kept = (source: string): boolean => Object.hasOwn(stored, source);
	const text = cleaned(html).replace(linkedPicture, (whole, img: string) => (kept(sourceOf(img)) ? img : whole));
	const own = replaceTags(text, ({ name, attributes, whole }) => {
		const { src = '', alt = '' } = attributes;
		const picture = name === 'img' && kept(src) ? stored[src] : undefined;
		if (!picture) return whole;
		if (src === lead) {
			leadAlt ??= alt.trim() || null;
			return '';
		}
		const { file, width, height } = picture;
		return `<img src="/files/${file}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" loading="lazy" />`;
	});
	return { html: own.replace(/<(p|figure)>\s*<\/\1>/g, ''), leadAlt };
}
