// An entry as an import uses it: title, address and dates settled, or the reason why it cannot be used.
import type { ReadDate } from './dates.ts';
import { readDate } from './dates.ts';
import type { Enclosure, Entry, FailureCode, Oddity } from './feed.ts';
import { eachOnce, type RawEntry } from './raw.ts';
import { escapeHtml, firstWords, plainText, withoutControls } from './text.ts';
import type { Text } from './text-of.ts';
import { firstImage, resolveUrl } from './urls.ts';

/** `unread`: the first of its dates that is written and could not be read. */
export type Settled =
	{ entry: Entry; oddities: Oddity[]; unread: string | null } | { why: FailureCode; title?: string };

const asHtml = (text: Text | undefined): string | null => {
	if (!text) return null;
	return text.html ? withoutControls(text.value) : escapeHtml(text.value).replace(/\r?\n/g, '<br>');
};

export function settle(raw: RawEntry): Settled {
	if (raw.cut) return { why: 'feed_item.cut' };
	if (raw.empty) return { why: 'feed_item.broken' };
	const oddities: Oddity[] = [];
	const base = resolveUrl(raw.base, null);
	const summary = asHtml(raw.summary);
	const content = asHtml(raw.content);
	const enclosures = settleEnclosures(raw);

	const title = titleOf(raw, summary, content, oddities);
	if (title === '') return { why: 'feed_item.no_title' };
	const link = resolveUrl(raw.link, base) ?? enclosures[0]?.url ?? null;
	if (link === null) return { why: 'feed_item.no_link', title };
	if (raw.id === null) oddities.push('id.made');
	// Names are kept, mail addresses of authors are not.
	const names = raw.authors.map((person) => plainText(person.name ?? '')).filter((name) => name !== '');
	const published = settleDate(raw.published, oddities);
	const updated = settleDate(raw.updated, oddities);
	const unread = [raw.published, raw.updated].find((date) => date !== null && readDate(date).iso === null) ?? null;
	const named = raw.images.map((image) => resolveUrl(image, base)).find((image) => image !== null);
	return {
		entry: {
			id: withoutControls(raw.id ?? link),
			title,
			link,
			author: names.length > 0 ? [...new Set(names)].join(', ') : null,
			published: published ?? updated,
			updated,
			summary,
			content,
			categories: [...new Set(raw.categories.map((name) => plainText(name)).filter((name) => name !== ''))],
			image: named ?? firstImage(content ?? '', base) ?? firstImage(summary ?? '', base),
			enclosures,
		},
		oddities,
		unread,
	};
}

function titleOf(raw: RawEntry, summary: string | null, content: string | null, oddities: Oddity[]): string {
	const title = plainText(asHtml(raw.title) ?? '');
	if (title !== '') {
		if (raw.title?.html && /<[a-z/]/i.test(raw.title.value)) oddities.push('title.markup');
		return title;
	}
	const made = firstWords(plainText(summary ?? content ?? ''));
	if (made !== '') oddities.push('title.made');
	return made;
}

function settleDate(written: string | null, oddities: Oddity[]): string | null {
	if (written === null) return null;
	const date: ReadDate = readDate(written);
	oddities.push(...date.oddities);
	return date.iso;
}

function settleEnclosures(raw: RawEntry): Enclosure[] {
	const base = resolveUrl(raw.base, null);
	const files = raw.enclosures.flatMap((file) => {
		const url = resolveUrl(file.url, base);
		return url === null ? [] : [{ ...file, url }];
	});
	return eachOnce(files);
}
