// One entry of an XML feed, of any format, as written: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF.
import {
	addressAt,
	all,
	categoriesIn,
	enclosuresIn,
	firstConstruct,
	firstDate,
	firstText,
	indexOf,
	type Index,
	linkIn,
	peopleIn,
	pictureAt,
} from './from-xml.ts';
import { mediaIn } from './media.ts';
import { eachOnce, type Person, type RawEntry } from './raw.ts';
import { type Text, textOf } from './text-of.ts';
import { attribute, baseAt, childOf, type Element } from './xml/tree.ts';

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

export function readEntry(element: Element, documentBase: string, cut: boolean): RawEntry {
	const index = indexOf(element);
	const media = mediaIn(index, documentBase);
	const holders = [...all(index, 'media:group'), ...all(index, 'media:content')].slice(0, 1);
	const inGroup = (name: string): Text | undefined => {
		const found = holders[0] && childOf(holders[0], name);
		return found && textOf(found, 'text', documentBase);
	};
	const enclosures = enclosuresIn(index, documentBase);
	return {
		title:
			firstConstruct(index, 'text', documentBase, 'title', 'dc:title', 'media:title', 'itunes:title') ??
			inGroup('media:title'),
		...identity(element, index, documentBase),
		authors: authorsIn(index),
		published: firstDate(index, 'pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'dcterms:date', 'date'),
		updated:
			firstDate(index, 'updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate') ??
			firstDate(index, 'lastmod') ??
			attribute(element, 'lastmod') ??
			null,
		created: firstDate(index, 'created', 'dcterms:created'),
		...texts(index, documentBase, inGroup),
		...categoriesIn(element),
		comments: addressOf(index, 'comments', documentBase) ?? repliesIn(index, documentBase),
		enclosures: eachOnce([...enclosures, ...media.files]),
		itunesDuration: firstText(index, 'itunes:duration'),
		itunesExplicit: explicitIn(index),
		images: [
			...media.images,
			...enclosures.filter((file) => file.type?.startsWith('image/')).map((file) => file.url),
			...[
				...all(index, 'itunes:image'),
				...all(index, 'itunes:link'),
				...all(index, 'image'),
				...all(index, 'googleplay:image'),
			].flatMap((image) => pictureAt(image, documentBase)),
		],
		base: baseAt(element, documentBase),
		empty: element.kids.length === 0 && element.attributes.length === 0,
		cut,
	};
}

/** Without any, those of the feed it was taken from (RFC 4287, 4.2.1). */
function authorsIn(index: Index): Person[] {
	const own = peopleIn(index, 'author', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author');
	return own.length > 0 ? own : peopleIn(indexOf(...all(index, 'source')), 'author');
}

/** The page of replies (RFC 4685, 4), not their feed. */
function repliesIn(index: Index, base: string): string | null {
	const link = all(index, 'link').find(
		(one) => attribute(one, 'rel') === 'replies' && !/xml/.test(attribute(one, 'type')?.replace('xhtml', '') ?? ''),
	);
	const href = link && attribute(link, 'href')?.trim();
	return href ? addressAt(link, href, base) : null;
}

function addressOf(index: Index, name: string, base: string): string | null {
	const element = all(index, name)[0];
	const text = firstText(index, name);
	return element && text ? addressAt(element, text, base) : null;
}

/** `id` and `link`, each standing in for the other where the format allows it. */
function identity(element: Element, index: Index, base: string): { id: string | null; link: string | null } {
	const guid = all(index, 'guid')[0] ?? all(index, 'id')[0];
	const written = firstText(index, 'guid', 'id');
	const permanent = guid !== undefined && attribute(guid, 'ispermalink')?.trim().toLowerCase() !== 'false';
	const about = attribute(element, 'rdf:about')?.trim() || null;
	const guidAddress =
		written !== null && guid && permanent && written.includes('/') ? addressAt(guid, written, base) : null;
	const href = attribute(element, 'href')?.trim();
	const candidates = [guidAddress, about && addressAt(element, about, base), firstText(index, 'feedburner:origlink')];
	return {
		id: guidAddress ?? written ?? (about && addressAt(element, about, base)) ?? firstText(index, 'dc:identifier'),
		link:
			linkIn(index, base) ??
			(href ? addressAt(element, href, base) : null) ??
			candidates.find((address) => address && (isWeb(address) || address.startsWith('/'))) ??
			null,
	};
}

const shortNames: ReadonlySet<string> = new Set([
	'description',
	'summary',
	'abstract',
	'dc:description',
	'dcterms:abstract',
]);

/** The short and the full text. A second description is the full one when nothing else is. */
function texts(
	index: Index,
	base: string,
	inGroup: (name: string) => Text | undefined,
): Pick<RawEntry, 'summary' | 'content' | 'onlyText'> {
	// In the order of the file, kind by kind: what comes first is the short one.
	const short = [...index.keys()]
		.filter((name) => shortNames.has(name))
		.flatMap((name) => all(index, name).map((element) => textOf(element, name === 'summary' ? 'text' : 'html', base)))
		.filter((text) => text !== undefined);
	const summary =
		short[0] ??
		firstConstruct(
			index,
			'text',
			base,
			'itunes:summary',
			'itunes:subtitle',
			'media:description',
			'googleplay:description',
		) ??
		inGroup('media:description');
	const content =
		firstConstruct(index, 'html', base, 'content:encoded', 'fullitem', 'xhtml:body', 'body') ??
		contentOf(index, base) ??
		short.slice(1).find((text) => text.value !== summary?.value);
	return { summary, content, onlyText: content };
}

/** Atom's content, unless it is elsewhere (`src`) or no text (pictures, other XML). */
function contentOf(index: Index, base: string): Text | undefined {
	for (const element of all(index, 'content')) {
		const type = attribute(element, 'type')?.trim().toLowerCase() ?? 'text';
		const foreign = /^(?:image|audio|video)\//.test(type);
		const text = foreign ? undefined : textOf(element, 'text', base);
		if (text) return text;
	}
	return undefined;
}

function explicitIn(index: Index): boolean | null {
	const written = firstText(index, 'itunes:explicit', 'googleplay:explicit')?.toLowerCase();
	if (written === undefined) return null;
	if (/^(?:yes|true|explicit|1)$/.test(written)) return true;
	return /^(?:no|false|clean|0)$/.test(written) ? false : null;
}
