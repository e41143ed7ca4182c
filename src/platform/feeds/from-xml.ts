// What elements of feeds and entries share: title, addresses, people, dates, categories, as each vocabulary calls them.
import { readDate } from './dates.ts';
import { personOf } from './people.ts';
import type { File, Person } from './raw.ts';
import { joinUrl } from './join.ts';
import { looksLikeHtml, type Text, textOf } from './text-of.ts';
import { decodeReferences, withoutC1 } from './xml/entities.ts';
import { attribute, baseAt, childOf, type Element, elementsIn, textIn } from './xml/tree.ts';

/** The children of an element by name, in order. */
export type Index = ReadonlyMap<string, readonly Element[]>;

export function indexOf(...holders: readonly (Element | undefined)[]): Index {
	const index = new Map<string, Element[]>();
	for (const holder of holders)
		for (const kid of holder?.kids ?? []) {
			if (typeof kid === 'string') continue;
			const same = index.get(kid.name);
			if (same) same.push(kid);
			else index.set(kid.name, [kid]);
		}
	return index;
}

const none: readonly Element[] = [];
export const all = (index: Index, name: string): readonly Element[] => index.get(name) ?? none;

/** The first text found under those names, in their order. */
export function firstText(index: Index, ...names: readonly string[]): string | null {
	for (const name of names)
		for (const element of all(index, name)) {
			const text = withoutC1(textIn(element));
			if (text !== '') return text;
		}
	return null;
}

/** The first of these that holds a date; where none does, the first as it was written. */
export function firstDate(index: Index, ...names: readonly string[]): string | null {
	const first = firstText(index, ...names);
	const others = names.filter((name) => index.has(name));
	if (others.length < 2 || first === null || readDate(first).iso !== null) return first;
	return others.map((name) => firstText(index, name)).find((date) => date && readDate(date).iso !== null) ?? first;
}

export function firstConstruct(
	index: Index,
	usual: 'text' | 'html',
	base: string,
	...names: readonly string[]
): Text | undefined {
	for (const name of names)
		for (const element of all(index, name)) {
			const text = textOf(element, usual, base);
			if (text) return text;
		}
	return undefined;
}

/** An address written at an element, absolute where a base is known. White space within was never meant. */
export const addressAt = (element: Element, address: string, documentBase: string): string =>
	joinUrl(baseAt(element, documentBase), cleanAddress(address));

const cleanAddress = (address: string): string => {
	const bare = address.trim().replace(/[\t\n\r]+\s*/g, '');
	return looksLikeHtml(bare) ? decodeReferences(bare) : bare;
};

const hrefOf = (element: Element): string | undefined =>
	attribute(element, 'href') ?? attribute(element, 'url') ?? attribute(element, 'uri');

const relOf = (element: Element): string =>
	(attribute(element, 'rel') ?? 'alternate')
		.trim()
		.toLowerCase()
		.replace('http://www.iana.org/assignments/relation/', '');

/** The page that a feed or entry stands for: an HTML alternate, then any (RFC 4287, 4.2.7), then the `A` of CDF. */
export function linkIn(index: Index, base: string): string | null {
	let second: string | null = null;
	for (const link of all(index, 'link')) {
		const href = hrefOf(link)?.trim() || textIn(link);
		if (href === '' || relOf(link) !== 'alternate') continue;
		const found = addressAt(link, href, base);
		if (/html/.test(attribute(link, 'type') ?? 'html')) return found;
		second ??= found;
	}
	const [anchor] = all(index, 'a');
	const href = anchor && hrefOf(anchor)?.trim();
	return second ?? (href ? addressAt(anchor, href, base) : null);
}

const lengthOf = (written: string | undefined): number | null => {
	const length = /^\s*(\d{1,15})\s*$/.exec(written ?? '')?.[1];
	return length === undefined ? null : Number(length);
};

/** A file from an element that holds its address; null without one. */
export function fileAt(element: Element, base: string, sizeName = 'length'): File | null {
	const url = hrefOf(element)?.trim() || textIn(element);
	if (url === '') return null;
	const type = attribute(element, 'type')?.trim() || null;
	return { url: addressAt(element, url, base), type, length: lengthOf(attribute(element, sizeName)) };
}

export const enclosuresIn = (index: Index, base: string): File[] =>
	[...all(index, 'enclosure'), ...all(index, 'link').filter((link) => relOf(link) === 'enclosure')]
		.map((element) => fileAt(element, base))
		.filter((file) => file !== null);

export function peopleIn(index: Index, ...names: readonly string[]): Person[] {
	const people: Person[] = [];
	for (const name of names)
		for (const element of all(index, name)) {
			const person = personOf(element);
			if (person) people.push(person);
		}
	return people;
}

const plainCategories: ReadonlySet<string> = new Set(['category', 'dc:subject', 'tags', 'keywords', 'media:category']);

const categoryNames: ReadonlySet<string> = new Set([
	...plainCategories,
	'itunes:category',
	'googleplay:category',
	'itunes:keywords',
	'media:group',
	'media:content',
]);

/** Categories of one element: plain ones, and those of podcast directories, each nested one after the one it stands in. */
function categoriesAt(element: Element): { plain: string[]; directory: string[] } {
	if (plainCategories.has(element.name)) {
		const written = attribute(element, 'term')?.trim() || textIn(element) || (attribute(element, 'label') ?? '');
		return { plain: [withoutC1(written)], directory: [] };
	}
	if (element.name === 'media:group' || element.name === 'media:content')
		return { plain: [...elementsIn(element)].flatMap((kid) => categoriesAt(kid).plain), directory: [] };
	if (element.name === 'itunes:keywords') return { plain: [], directory: textIn(element).split(',') };
	if (element.name !== 'itunes:category' && element.name !== 'googleplay:category') return { plain: [], directory: [] };
	const own = attribute(element, 'text')?.trim() || element.kids.filter((kid) => typeof kid === 'string').join('');
	const nested = [...elementsIn(element)].filter((kid) => kid.name === element.name);
	return { plain: [], directory: [own, ...nested.flatMap((kid) => categoriesAt(kid).directory)] };
}

/** In the order of the file; `categories` are those of the feed's own vocabularies, `allCategories` also of directories. */
export function categoriesIn(...holders: readonly Element[]): { categories: string[]; allCategories: string[] } {
	const found: ReturnType<typeof categoriesAt>[] = [];
	for (const holder of holders)
		for (const kid of holder.kids)
			if (typeof kid !== 'string' && categoryNames.has(kid.name)) found.push(categoriesAt(kid));
	const tidy = (names: readonly string[]): string[] => [
		...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
	];
	return {
		categories: tidy(found.flatMap(({ plain }) => plain)),
		allCategories: tidy(found.flatMap(({ plain, directory }) => [...plain, ...directory])),
	};
}

/** The picture an element stands for: an attribute, a child `url`, or its text. */
export function pictureAt(element: Element, base: string): string[] {
	if (element.name === 'itunes:link' && attribute(element, 'rel') !== 'image') return [];
	const inside = childOf(element, 'url');
	const written = hrefOf(element) ?? attribute(element, 'rdf:resource') ?? textIn(inside ?? element);
	return written.trim() === '' ? [] : [addressAt(inside ?? element, written, base)];
}
