// What most feeds send: HTML in the description, escaped or not; and texts whose language nobody declared.
import { expect, test } from 'vitest';
import { readFeed } from '#platform/feeds/index.ts';
import { bodyOf, wordsOf } from './feed-entry.ts';

const feedOf = (item: string, channel = '') =>
	readFeed(
		new TextEncoder().encode(
			`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Agence</title>${channel}<item><link>http://b.example/1</link>${item}</item></channel></rss>`,
		),
	);
const read = (item: string, spoken: string[], channel = '') => {
	const feed = feedOf(item, channel);
	return { ...wordsOf(feed.entries[0]!, feed, spoken), body: bodyOf(feed.entries[0]!) };
};

test('a description that is HTML is the text, escaped or in CDATA, and is not repeated as a short text', () => {
	const html = '<p>Bonne <b>nouvelle</b> du <a href="http://b.example/x">barrage</a>.</p>';
	const escaped = html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	for (const written of [escaped, `<![CDATA[${html}]]>`])
		expect(read(`<title>Un &amp; deux</title><description>${written}</description>`, ['ar', 'fr'])).toEqual({
			title: 'Un & deux',
			summary: '',
			body: html,
			locale: 'fr',
		});
});

test('beside a whole text the description is the short text, without its markup', () => {
	const found = read(
		'<title>Trois</title><description>&lt;p&gt;En &lt;b&gt;bref&lt;/b&gt; &amp;amp; net&lt;/p&gt;</description><content:encoded><![CDATA[<h2>Titre</h2><p>Corps</p>]]></content:encoded>',
		['fr'],
	);
	expect(found).toMatchObject({ summary: 'En bref & net', body: '<h2>Titre</h2><p>Corps</p>' });
});

test('letters decide where words do not: Latin ones are never filed as Arabic, nor Arabic ones as French', () => {
	const short = '<title>Trois content</title><description>Texte en CDATA</description>';
	expect(read(short, ['ar', 'fr']).locale).toBe('fr');
	expect(read(short, ['ar']).locale).toBe('fr');
	expect(read(short, ['ar', 'es', 'fr']).locale).toBe('es');
	expect(read(short, ['ar', 'fr'], '<language>en-GB</language>').locale).toBe('en');
	expect(read('<title>آب و کی گپ</title><description>چیز</description>', ['fr', 'ar']).locale).toBe('ar');
	expect(read('<title>2026</title><description>12</description>', ['es', 'fr']).locale).toBe('es');
});
