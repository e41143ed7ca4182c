import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedToWrite } from './index.ts';
import { readFeed, writeJsonFeed, writeRss } from './index.ts';

const feed: FeedToWrite = {
	title: 'إذاعة جسور & amis',
	description: 'Nouvelles <locales>',
	link: 'https://radio.example/?a=1&b=2',
	self: 'https://radio.example/feed.xml',
	language: 'ar',
	items: [
		{
			id: 'urn:1',
			title: 'الماء: 3 < 5 "سؤال"\u0001',
			link: 'https://radio.example/1?x=1&y=2',
			published: '2026-03-03T10:00:00Z',
			language: 'fr',
			authors: ['أمينة', 'J. <O’Neil>'],
			html: '<p dir="rtl">نص ]]> &amp; fin</p>',
			image: { url: 'https://radio.example/i.webp', type: 'image/webp', length: 5 },
			categories: ['صحة & eau'],
		},
	],
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a feed', () => {
	it.each([
		['RSS', writeRss],
		['JSON Feed', writeJsonFeed],
	])('writes %s that reads back the same', (_name, write) => {
		const text = write(feed);
		expect(text).not.toMatch(/\\u0001|\u0001/);
		const back = readFeed(bytes(text));
		expect(back).toMatchObject({ title: feed.title, link: feed.link, language: 'ar', failures: [] });
		expect(back.entries[0]).toMatchObject({
			id: 'urn:1',
			title: 'الماء: 3 < 5 "سؤال"',
			link: 'https://radio.example/1?x=1&y=2',
			author: 'أمينة, J. <O’Neil>',
			published: '2026-03-03T10:00:00.000Z',
			content: '<p dir="rtl">نص ]]> &amp; fin</p>',
			image: 'https://radio.example/i.webp',
			categories: ['صحة & eau'],
		});
	});

	it('names its own address and no hub', () => {
		expect(writeRss(feed)).toContain('<atom:link href="https://radio.example/feed.xml" rel="self"');
		expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({
			feed_url: feed.self,
			version: 'https://jsonfeed.org/version/1.1',
		});
		expect(writeRss(feed) + writeJsonFeed(feed)).not.toContain('hub');
	});

	it('never says that something changed before it came out', () => {
		const item = { id: 'a', title: 't', link: 'https://a.example/', published: '2026-05-02T08:00:00.000Z' };
		const dates = (updated: string) =>
			(JSON.parse(writeJsonFeed({ ...feed, items: [{ ...item, updated }] })) as { items: Record<string, string>[] })
				.items[0];
		expect(dates('2026-04-30T17:00:00.000Z')?.['date_modified']).toBe('2026-05-02T08:00:00.000Z');
		expect(dates('2026-05-03T09:00:00.000Z')?.['date_modified']).toBe('2026-05-03T09:00:00.000Z');
	});

	it('writes an empty feed', () => {
		const empty = { ...feed, items: [] };
		expect(readFeed(bytes(writeRss(empty))).entries).toEqual([]);
		expect(JSON.parse(writeJsonFeed(empty))).toMatchObject({ items: [] });
	});

	it('keeps any content byte for byte', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
				const html = `<p>${raw.replace(/[\u0000-\u0008\u000b-\u001f\u0085\u2028\u2029]/g, '')}</p>`;
				const text = writeRss({
					...feed,
					items: [{ id: 'a', title: 't', link: 'https://a.example/', published: '2026-01-01', html }],
				});
				expect(readFeed(bytes(text)).entries[0]?.content).toBe(html);
			}),
		);
	});
});
