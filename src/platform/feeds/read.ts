// Reads a feed for an import: entries that can be used, and for the others the reason why not.
import { refuse } from '#platform/refusal.ts';
import { decodeBytes } from './decode.ts';
import type { Feed, Failure, Hints, Oddity } from './feed.ts';
import type { Raw } from './raw.ts';
import { readRaw } from './read-raw.ts';
import { settle } from './settle.ts';
import { escapeHtml, firstWords, plainText, withoutControls } from './text.ts';
import type { Text } from './text-of.ts';
import { resolveUrl } from './urls.ts';

const megabytes = 20;
const maxBytes = megabytes * 1024 * 1024;

/**
 * Read a feed: RSS 0.9x to 2.0, RDF (RSS 1.0), Atom, CDF or JSON Feed.
 * Refuses `feed.unreadable` (no feed), `feed.too_large` (over 20 MB), `feed.too_deep` (over 200 levels).
 */
export function readFeed(bytes: Uint8Array, hints: Hints = {}): Feed {
	if (bytes.length > maxBytes) refuse('feed.too_large', { megabytes });
	const decoded = decodeBytes(bytes, hints.contentType);
	const text = withoutControls(decoded.text);
	const around = { url: resolveUrl(hints.url, null) ?? '', pageFirst: true, language: null };
	const { raw, oddities: found, deep } = readRaw(text, around);
	if (deep) refuse('feed.too_deep');
	const oddities: Oddity[] = [...decoded.oddities, ...found];
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(decoded.text)) oddities.push('xml.control_characters');
	return raw ? assemble(raw, oddities) : refuse('feed.unreadable');
}

const line = (text: Text | undefined): string | null =>
	text === undefined ? null : plainText(text.html ? text.value : escapeHtml(text.value)) || null;

function assemble({ feed: from, entries }: Raw, oddities: Oddity[]): Feed {
	const feed: Feed = {
		title: line(from.title),
		link: resolveUrl(from.link, null),
		description: line(from.description),
		language: /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.exec(from.language ?? '')?.[0] ?? null,
		image: resolveUrl(from.images[0], null),
		entries: [],
		failures: [],
		datesUnread: [],
		oddities,
	};
	const ids = new Set<string>();
	for (const [index, raw] of entries.entries()) {
		const settled = raw === 'broken' ? { why: 'feed_item.broken' as const } : settle(raw);
		if ('why' in settled) {
			const failed: Failure['failed'] = { index, ...settled };
			feed.failures.push({ failed });
			continue;
		}
		if (ids.has(settled.entry.id)) oddities.push('id.repeated');
		ids.add(settled.entry.id);
		feed.entries.push(settled.entry);
		const { entry, unread } = settled;
		if (unread !== null) feed.datesUnread.push({ id: entry.id, written: firstWords(plainText(unread)) });
		oddities.push(...settled.oddities);
	}
	feed.oddities = [...new Set(oddities)];
	return feed;
}
