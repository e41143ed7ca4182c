import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#platform/refusal.ts';
import type { Feed, Hints } from './index.ts';
import { readFeed } from './index.ts';

const namespaces =
	'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
	'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';
const rss = (items: string, channel = ''): string =>
	`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${namespaces}><channel><title>إذاعة جسور</title>` +
	`<link>https://radio.example/</link><description>d</description>${channel}${items}</channel></rss>`;
const item = (n: number | string, inside = ''): string =>
	`<item><title>Titre ${n}</title><link>https://radio.example/${n}</link><guid isPermaLink="false">g${n}</guid>${inside}</item>`;
const read = (text: string, hints?: Hints): Feed => readFeed(new TextEncoder().encode(text), hints);
const codeOf = (act: () => unknown): string => {
	try {
		act();
	} catch (error) {
		return error instanceof Refused ? error.refusal.code : String(error);
	}
	return 'none';
};

describe('reading a feed', () => {
	it('reads an RSS entry whole', () => {
		const feed = read(
			rss(
				item(
					1,
					'<dc:creator>أمينة</dc:creator><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><category>صحة</category><category>صحة</category>' +
						'<description>Court &amp;amp; bon</description><content:encoded><![CDATA[<p>نص <img src="/a.jpg"></p>]]></content:encoded>' +
						'<enclosure url="https://radio.example/1.mp3" length="123" type="audio/mpeg"/>',
				),
				'<language>ar</language><image><url>/logo.png</url></image>',
			),
		);
		expect(feed).toMatchObject({
			title: 'إذاعة جسور',
			link: 'https://radio.example/',
			language: 'ar',
			image: 'https://radio.example/logo.png',
		});
		expect(feed.entries).toEqual([
			{
				id: 'g1',
				title: 'Titre 1',
				link: 'https://radio.example/1',
				author: 'أمينة',
				published: '2026-03-03T10:00:00.000Z',
				updated: null,
				summary: 'Court &amp; bon',
				content: '<p>نص <img src="https://radio.example/a.jpg" /></p>',
				categories: ['صحة'],
				image: 'https://radio.example/a.jpg',
				enclosures: [{ url: 'https://radio.example/1.mp3', type: 'audio/mpeg', length: 123 }],
			},
		]);
		expect(feed.failures).toEqual([]);
		expect(feed.oddities).toEqual([]);
	});

	it('reads Atom, with xml:base on the feed, the entry and the content', () => {
		const feed = read(
			'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/" xml:lang="fr"><title type="html">A &lt;b&gt;x&lt;/b&gt;</title><id>urn:1</id>' +
				'<entry xml:base="un/"><title>e &lt; f</title><id>urn:2</id><link href="page"/><link rel="enclosure" href="s.mp3" type="audio/mpeg" length="5"/>' +
				'<author><name>N</name></author><updated>2026-03-03T10:00:00Z</updated>' +
				'<content type="xhtml" xml:base="pics/"><div xmlns="http://www.w3.org/1999/xhtml"><p>ok <img src="i.png"/></p></div></content></entry></feed>',
		);
		expect(feed).toMatchObject({ title: 'A x', language: 'fr' });
		expect(feed.entries[0]).toMatchObject({
			title: 'e < f',
			link: 'https://a.example/un/page',
			image: 'https://a.example/un/pics/i.png',
			content: '<p>ok <img src="https://a.example/un/pics/i.png" /></p>',
			published: '2026-03-03T10:00:00.000Z',
			enclosures: [{ url: 'https://a.example/un/s.mp3', type: 'audio/mpeg', length: 5 }],
		});
	});

	it('reads RDF, also entries its table of contents forgets', () => {
		const entry = (n: string): string =>
			`<item rdf:about="https://r.example/${n}"><title>${n}</title><link>https://r.example/${n}</link><dc:date>2026-03-03</dc:date></item>`;
		const feed = read(
			`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
				`<channel rdf:about="x"><title>t</title><link>https://r.example/</link><description>d</description><items><rdf:Seq><rdf:li rdf:resource="https://r.example/b"/></rdf:Seq></items></channel>${entry('a')}${entry('b')}</rdf:RDF>`,
		);
		expect(feed.title).toBe('t');
		expect(feed.entries.map((e) => e.id)).toEqual(['https://r.example/a', 'https://r.example/b']);
	});

	it('reads JSON Feed', () => {
		const feed = read(
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1.1',
				title: 'Salut & vous',
				home_page_url: 'https://j.example/',
				items: [
					{
						id: 7,
						url: '/7',
						title: 'a < b',
						content_text: 'x < y\nz',
						date_published: '2026-03-03T10:00:00Z',
						tags: ['t'],
					},
					'nonsense',
					{ id: 8, title: 'no link' },
				],
			}),
		);
		expect(feed.title).toBe('Salut & vous');
		expect(feed.entries[0]).toMatchObject({
			id: '7',
			title: 'a < b',
			link: 'https://j.example/7',
			content: 'x &lt; y<br>z',
			categories: ['t'],
		});
		expect(feed.failures).toEqual([
			{ failed: { index: 1, why: 'feed_item.broken' } },
			{ failed: { index: 2, title: 'no link', why: 'feed_item.no_link' } },
		]);
	});

	it('reads windows-1256 from its declaration', () => {
		const [before = '', after = ''] = rss(item(1))
			.replace('UTF-8', 'windows-1256')
			.replace('إذاعة جسور', '|')
			.split('|');
		const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xcc, 0xd3, 0xe6, 0xd1]), Buffer.from(after)]);
		expect(readFeed(bytes).title).toBe('جسور');
	});

	it.each([
		[
			'media:content',
			'<media:content url="m.jpg" medium="image"/><media:thumbnail url="t.jpg"/>',
			'https://radio.example/m.jpg',
		],
		[
			'media:thumbnail in a group',
			'<media:group><media:thumbnail url="/t.jpg"/></media:group>',
			'https://radio.example/t.jpg',
		],
		['an enclosure', '<enclosure url="/e.png" type="image/png" length="1"/>', 'https://radio.example/e.png'],
		['itunes:image', '<itunes:image href="https://radio.example/i.png"/>', 'https://radio.example/i.png'],
		[
			'the text, past a counting pixel',
			'<description>&lt;img src="/p.gif" width="1" height="1"&gt;&lt;img src="/d.png"&gt;</description>',
			'https://radio.example/d.png',
		],
	])('finds the first picture in %s', (_where, inside, expected) => {
		expect(read(rss(item(1, inside))).entries[0]?.image).toBe(expected);
	});

	it.each([
		['an unclosed element', '<foo></item>'],
		['an unclosed title', '<title>x</item>'],
		['a stray end tag', '</foo></item>'],
		['a bare < and &', '<description>a < b & c &nope; <</description></item>'],
		['a control character', '\u0001\u000b</item>'],
		['nothing closed at all', ''],
	])('keeps the other entries when one has %s', (_what, rest) => {
		const broken = `<item><title>Cassé</title><link>https://radio.example/x</link>${rest}`;
		const feed = read(rss(item(1) + broken + item(2) + item(3)));
		expect(feed.entries.map((e) => e.id)).toEqual(expect.arrayContaining(['g1', 'g2', 'g3']));
		expect(feed.entries.length + feed.failures.length).toBe(4);
	});

	it('says which entries failed and why', () => {
		const feed = read(
			rss(
				`${item(1)}<item/><item><link>https://radio.example/y</link></item><item><title>Sans lien</title></item>${item(2)}`,
			),
		);
		expect(feed.entries.map((e) => e.id)).toEqual(['g1', 'g2']);
		expect(feed.failures).toEqual([
			{ failed: { index: 1, why: 'feed_item.broken' } },
			{ failed: { index: 2, why: 'feed_item.no_title' } },
			{ failed: { index: 3, title: 'Sans lien', why: 'feed_item.no_link' } },
		]);
	});

	it('makes a title from the text of an entry published without one', () => {
		const feed = read(
			rss(
				'<item><link>https://s.example/1</link><description>&lt;p&gt;مرحبا بكم في &lt;b&gt;جسور&lt;/b&gt;&lt;/p&gt;</description></item>',
			),
		);
		expect(feed.entries[0]?.title).toBe('مرحبا بكم في جسور');
		expect(feed.oddities).toContain('title.made');
	});

	it('keeps what came before the place where a file was cut', () => {
		const feed = read(rss(item(1) + item(2)).slice(0, -40));
		expect(feed.entries.map((e) => e.id)).toEqual(['g1']);
		expect(feed.failures).toEqual([{ failed: { index: 1, why: 'feed_item.cut' } }]);
		expect(feed.oddities).toContain('xml.not_closed');
	});

	it('reads old, sloppy and shouting RSS', () => {
		expect(read('\n \ufeff' + rss(item(1))).entries).toHaveLength(1);
		expect(
			read(
				rss(item(1))
					.replace(/<(\/?)item>/g, '<$1ITEM>')
					.replace(/<(\/?)title>/g, '<$1Title>'),
			).entries,
		).toHaveLength(1);
		expect(
			read(
				`<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd"><rss version="0.91"><channel><title>x</title></channel>${item(1)}</rss>`,
			).entries,
		).toHaveLength(1);
		expect(read(`<channel><title>x</title>${item(1)}</channel>`)).toMatchObject({
			title: 'x',
			entries: [{ id: 'g1' }],
		});
		expect(read('<rss version="2.0"><channel><title>vide</title></channel></rss>')).toMatchObject({
			title: 'vide',
			entries: [],
		});
	});

	it('is not misled by markup inside the text', () => {
		const trap =
			'<description><![CDATA[<item><title>faux</title></item></channel><feed><entry>]]></description><!-- <item> -->';
		const feed = read(rss(item(1, trap) + item(2)));
		expect(feed.entries.map((e) => e.title)).toEqual(['Titre 1', 'Titre 2']);
	});

	it('declared entities never grow far', () => {
		const bomb = `<!DOCTYPE l [<!ENTITY a "${'a'.repeat(50)}">${[...'bcdefghij'].map((c, i) => `<!ENTITY ${c} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;
		const feed = read(rss(item('&amp;j; &j;')).replace('?>', `?>${bomb}`));
		expect(feed.entries[0]?.title.length).toBeLessThan(100);
		expect(feed.oddities).toContain('xml.entities_declared');
		const file = read(rss(item('&x;')).replace('?>', '?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'));
		expect(file.entries[0]?.title).toBe('Titre &x;');
	});

	it('refuses what is no feed, what is too large and what is nested too deeply', () => {
		for (const text of [
			'',
			' ',
			'<!doctype html><html><body>404</body></html>',
			'{"a":1}',
			'{"items":',
			'[]',
			'Bonjour',
			'<a/>',
			'\0\0\0\0',
		]) {
			expect([text, codeOf(() => read(text))]).toEqual([text, 'feed.unreadable']);
		}
		expect(codeOf(() => readFeed(new Uint8Array(20 * 1024 * 1024 + 1)))).toBe('feed.too_large');
		expect(codeOf(() => read(rss(item(1, '<x>'.repeat(300)))))).toBe('feed.too_deep');
		expect(
			codeOf(() =>
				read(`{"version":"https://jsonfeed.org/version/1","title":"x","items":${'['.repeat(500)}${']'.repeat(500)}}`),
			),
		).toBe('feed.too_deep');
	});

	it('refuses script addresses', () => {
		const feed = read(rss('<item><title>x</title><link>javascript:alert(1)</link></item>'));
		expect(feed.failures).toEqual([{ failed: { index: 0, title: 'x', why: 'feed_item.no_link' } }]);
	});

	it('refuses or answers, and never fails, whatever the bytes', () => {
		const pieces = fc.constantFrom(
			'<rss version="2.0">',
			'<channel>',
			'<item>',
			'</item>',
			'<title>',
			'</title>',
			'x',
			'<![CDATA[',
			']]>',
			'<link>',
			'https://a.example/',
			'<feed>',
			'<entry>',
			'</entry>',
			'&',
			'<',
			'"',
			'<!--',
			'{',
			'}',
			'</channel></rss>',
			'<?',
			'<!DOCTYPE',
			'[',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
				expect(codeOf(() => read(parts.join('')))).toMatch(/^(?:none|feed\.\w+)$/);
			}),
			{ numRuns: 400 },
		);
	});

	it('stays quick on hostile repetition', () => {
		const started = performance.now();
		for (const text of [
			'<item>'.repeat(20_000),
			'<title>'.repeat(150),
			'<![CDATA['.repeat(20_000),
			`<x a="`.repeat(20_000),
			'<item></item>'.repeat(5000),
		]) {
			codeOf(() => read(`<rss version="2.0"><channel>${text}`));
		}
		expect(performance.now() - started).toBeLessThan(20_000);
	});
});
