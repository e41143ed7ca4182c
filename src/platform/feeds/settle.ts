// A draft to an entry: title, address and dates settled, or the reason why the entry cannot be used.
import type { ReadDate } from './dates.ts';
import { readDate } from './dates.ts';
import type { Draft } from './draft.ts';
import type { Enclosure, Entry, FailureCode, Oddity } from './feed.ts';
import { firstWords, plainText, withoutControls } from './text.ts';
import { firstImage, resolveUrl, withAbsoluteUrls } from './urls.ts';

/** Names are kept, mail addresses of authors are not. */
const isMail = (name: string): boolean => name.includes('@') && !name.includes(' ');

export type Settled = { entry: Entry; oddities: Oddity[] } | { why: FailureCode; title?: string };

/** `base`: the address relative ones count from, or null when the feed gave none. */
export function settle(draft: Draft, base: string | null): Settled {
	const oddities: Oddity[] = [];
	const entryBase = resolveUrl(draft.base, base) ?? base;
	const contentBase = resolveUrl(draft.contentBase, entryBase) ?? entryBase;
	const html = (text: string | undefined): string | null =>
		text === undefined || text.trim() === '' ? null : withAbsoluteUrls(withoutControls(text), contentBase);
	const summary = html(draft.summary);
	const content = html(draft.content);
	const enclosures = settleEnclosures(draft, entryBase);

	const title = titleOf(draft, summary, content, oddities);
	if (title === '') return { why: 'feed_item.no_title' };
	const link = resolveUrl(draft.link, entryBase) ?? resolveUrl(enclosures[0]?.url, null);
	if (link === null) return { why: 'feed_item.no_link', title };
	if (draft.id === undefined) oddities.push('id.made');
	const names = draft.authors.map((name) => plainText(name ?? '')).filter((name) => name !== '' && !isMail(name));
	const published = settleDate(draft.published, oddities);
	const updated = settleDate(draft.updated, oddities);
	const named = draft.images.map((image) => resolveUrl(image, entryBase)).find((image) => image !== null);
	return {
		entry: {
			id: withoutControls(draft.id ?? link),
			title,
			link,
			author: names.length > 0 ? [...new Set(names)].join(', ') : null,
			published: published ?? updated,
			updated,
			summary,
			content,
			categories: [...new Set(draft.categories.map((name) => plainText(name ?? '')).filter((name) => name !== ''))],
			image: named ?? firstImage(content ?? '', contentBase) ?? firstImage(summary ?? '', contentBase),
			enclosures,
		},
		oddities,
	};
}

function titleOf(draft: Draft, summary: string | null, content: string | null, oddities: Oddity[]): string {
	const title = plainText(draft.title ?? '');
	if (title !== '') {
		if (/<[a-z/]/i.test(draft.title ?? '')) oddities.push('title.markup');
		return title;
	}
	const made = firstWords(plainText(summary ?? content ?? ''));
	if (made !== '') oddities.push('title.made');
	return made;
}

function settleDate(written: string | undefined, oddities: Oddity[]): string | null {
	if (written === undefined || written.trim() === '') return null;
	const date: ReadDate = readDate(written);
	oddities.push(...date.oddities);
	return date.iso;
}

function settleEnclosures(draft: Draft, base: string | null): Enclosure[] {
	const files = draft.enclosures.flatMap(({ url, type, length }) => {
		const resolved = resolveUrl(url, base);
		return resolved === null
			? []
			: [{ url: resolved, type: type ?? null, length: length !== undefined && length >= 0 ? length : null }];
	});
	return files.filter((file, i) => files.findIndex((other) => other.url === file.url) === i);
}
