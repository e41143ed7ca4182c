// Damaged feeds of every kind: what can be read is read, the same wherever it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Neutral, type NeutralEntry, parseFeed } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string): Neutral => parseFeed(bytesOf(text));
const around = (inside: string): string => `<rss version="2.0"><channel><title>Fil</title>${inside}</channel></rss>`;
const entryOf = (inside: string): NeutralEntry | undefined => parse(around(`<item>${inside}</item>`)).entries[0];

describe('damaged feeds', () => {
	it.each([
		['a byte order mark and blank lines', '\ufeff\n\n'],
		['two byte order marks', '\ufeff\ufeff'],
		['a warning of PHP', '<br />\n<b>Warning</b>: mysql_connect() in <b>/www/fil.php</b> on line <b>7</b><br />\n'],
		['a notice with quotes and signs', 'Notice: Undefined index: "x" < 3 & 4 in C:\\www [fil] {7}\n'],
		['a comment that holds a feed', '<!-- <rss><channel><item> -->'],
		['control characters', '\u0000\u0007\u001b'],
	])('%s before the prolog', (_what, junk) => {
		const read = parse(`${junk}<?xml version="1.0"?>${around('<item><title>Un</title></item>')}`);
		expect([read.feed.title, read.entries.length]).toEqual(['Fil', 1]);
	});

	it('takes another date where the first is none', () => {
		const dates = '<pubDate>bientôt</pubDate><dc:date>2026-03-04T10:00Z</dc:date>';
		expect(entryOf(`<title>a</title>${dates}`)?.published).toBe('2026-03-04T10:00:00.000Z');
		expect(parse(around(dates)).feed.published).toBe('2026-03-04T10:00:00.000Z');
	});

	it.each([
		['a counter', '<script>compte()</script>'],
		['a closing page', '</body></html>'],
		['text', 'Généré en 0,2 s'],
		['a cut comment', '<!-- genere'],
	])('%s after the end', (_what, junk) => {
		expect(parse(around('<item><title>Un</title></item>') + junk).entries).toHaveLength(1);
	});

	it.each([
		['<title>Eau & climat, R&D, AT&T</title>', 'Eau & climat, R&D, AT&T'],
		['<title>Caf&eacute; &laquo;&nbsp;Atlas&nbsp;&raquo; &hellip;</title>', 'Café «\u00a0Atlas\u00a0» …'],
		['<title>L&#146;eau &#x92; et &#0; la &#xFFFF;vie</title>', 'L’eau ’ et  la vie'],
		['<title>2 < 3 et 5 > 4</title>', '2 < 3 et 5 > 4'],
		['<title>Un <b>mot</b> fort</title>', 'Un <b>mot</b> fort'],
		['<title>Un <br> deux</title>', 'Un <br /> deux'],
		['<title><![CDATA[Dans]]> et <![CDATA[dehors]]></title>', 'Dans et dehors'],
		['<title>Jamais clos<link>https://a.example/</link><guid>g</guid>', 'Jamais clos'],
		['<Title>Casse</tITLE>', 'Casse'],
		['<title>Premier</title><media:title>Autre</media:title>', 'Premier'],
		['<dc:title>Seul</dc:title>', 'Seul'],
		['<title/><dc:title>Repli</dc:title>', 'Repli'],
		['<title>\u0093guillemets\u0094</title>', '“guillemets”'],
		['<title>Sans fin <![CDATA[de section</title>', 'Sans fin de section'],
		['<title>&lt;![CDATA[Échappée]]&gt;</title>', 'Échappée'],
		['<title><![CDATA[<![CDATA[Double]]>]]></title>', 'Double'],
		['<title >  espaces\n\tpartout  </title >', 'espaces\n\tpartout'],
	])('the title of %s', (inside, title) => {
		expect(entryOf(inside)?.title).toBe(title);
	});

	it.each([
		['<link>https://a.example/?a=1&b=2</link>', 'https://a.example/?a=1&b=2'],
		['<link>https://a.example/?a=1&amp;amp;b=2</link>', 'https://a.example/?a=1&b=2'],
		['<link>\n https://a.example/un\n </link>', 'https://a.example/un'],
		['<link href="https://a.example/h">', 'https://a.example/h'],
		['<link href=https://a.example/nu />', 'https://a.example/nu'],
		["<link href='https://a.example/s' rel='alternate'/>", 'https://a.example/s'],
		['<link href="https://a.example/q/>', 'https://a.example/q'],
		['<link rel="self" href="https://a.example/self"/><link>https://a.example/x</link>', 'https://a.example/x'],
		['<guid isPermaLink="false">https://a.example/non</guid>', null],
		['<guid>https://a.example/oui</guid>', 'https://a.example/oui'],
		['<link/>https://a.example/outil<title>t</title>', 'https://a.example/outil'],
		['<guid>12</guid>', null],
	])('the link of %s', (inside, link) => {
		expect(entryOf(inside)?.link).toBe(link);
	});

	it('undeclared prefixes mean what they usually mean', () => {
		expect(
			entryOf(
				'<dc:creator>Hind</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded><itunes:duration>9</itunes:duration>',
			),
		).toMatchObject({ author: 'Hind', content: '<p>x</p>', itunesDuration: '9' });
	});

	it('entries that were not closed end where the next begins', () => {
		const { entries } = parse(around('<item><title>a</title><item><title>b<item><title>c</title></item>'));
		expect(entries.map((entry) => entry.title)).toEqual(['a', 'b', 'c']);
	});

	it('of two short texts the first is the summary, the second the content', () => {
		const [description, summary] = ['<description>un</description>', '<summary>deux</summary>'];
		expect(entryOf(description + summary)).toMatchObject({ summary: 'un', content: 'deux' });
		expect(entryOf(summary + description)).toMatchObject({ summary: 'deux', content: 'un' });
	});

	it('breaks of lines are one character, whatever the system that wrote them', () => {
		expect(entryOf('<description>a\r\nb\rc\nd</description>')?.summary).toBe('a\nb\nc\nd');
	});

	it('one entry alone is a feed', () => {
		expect(parse('<item><title>Seule</title></item>').entries).toMatchObject([{ title: 'Seule' }]);
		expect(parse('<?xml version="1.0"?>\n<entry><title>Seule</title>').entries).toMatchObject([{ title: 'Seule' }]);
		expect(parse('{"items":[{"id":"1"}]').entries).toMatchObject([{ id: '1' }]);
	});

	it('the worked example of the README', () => {
		const written =
			'<rss><channel><title>Fil</title><link>https://a.example/</link>\n' +
			'<item><title>L&#146;eau & nous<guid>/un</guid><pubDate>mar. 3 mars 2026 10h30 CET</pubDate></channel>';
		expect(parse(written).entries).toMatchObject([
			{
				id: 'https://a.example/un',
				title: 'L’eau & nous',
				link: 'https://a.example/un',
				published: '2026-03-03T09:30:00.000Z',
			},
		]);
	});

	it('a cut anywhere keeps the entries before it, and what the last one says', () => {
		const items = [1, 2, 3].map((n) => `<item><title>T${n}</title><link>https://a.example/${n}</link></item>`);
		const whole = around(items.join(''));
		for (let end = whole.indexOf(items[1] ?? ''); end < whole.length; end++) {
			const { entries } = parse(whole.slice(0, end));
			expect(entries[0]).toMatchObject({ title: 'T1', link: 'https://a.example/1' });
		}
	});

	it('JSON that was cut or written by hand', () => {
		for (const end of [']}', ']', '', ',]}', ',{"id":', '// fin\n]}'])
			expect(
				parse(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","title":"x\ty",}${end}`).entries,
			).toMatchObject([{ id: 'a', title: 'x\ty' }]);
	});

	it('entities: what is plain is replaced, what lies outside is left', () => {
		const type =
			'<!DOCTYPE rss [<!ENTITY nom "Atlas"><!ENTITY e "&#233;"><!ENTITY gros "&nom;&nom;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
		const read = parse(type + around('<item><title>&nom; &e; &gros; &f;</title></item>'));
		expect(read.entries[0]?.title).toBe('Atlas é AtlasAtlas &f;');
	});

	it('entities that would grow into gigabytes stop growing, and the feed is read all the same', () => {
		const letters = 'abcdefghij';
		const grown = Array.from(letters, (name, i) => `<!ENTITY ${name} "${`&${letters[i - 1] ?? 'x'};`.repeat(10)}">`);
		const long = `<!ENTITY l "${'x'.repeat(490)}">`;
		const outer = '<!ENTITY % p SYSTEM "http://a.example/p.dtd"> %p;';
		for (const [type, name] of [
			[grown.join(''), 'j'],
			[long, 'l'],
			[outer, 'x'],
		]) {
			const title = `Un${`&${name};`.repeat(200_000)}`;
			const read = parse(
				`<!DOCTYPE rss [${type}]>${around(`<item><title>${title}</title></item><item><title>Deux</title></item>`)}`,
			);
			expect(read.entries[0]?.title?.length).toBeLessThan(2_000_000);
			expect(read.entries[1]?.title).toBe('Deux');
		}
	});

	it('damage of any kind in one entry leaves the others whole', () => {
		const good = (n: number): string => `<item><title>Bon ${n}</title><guid>https://a.example/${n}</guid></item>`;
		const pieces = fc.constantFrom(
			'<b>',
			'</b>',
			'<p',
			'&',
			'<',
			'>',
			'"',
			'<title>',
			'</link>',
			'<a href="',
			'<br/>',
			']]>',
			'x',
			'<?x?>',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
				const { entries } = parse(around(`${good(1)}<item><title>Mauvais</title>${parts.join('')}</item>${good(2)}`));
				const titles = entries.map((entry) => entry.title);
				expect(titles[0]).toBe('Bon 1');
				expect(titles.at(-1)).toContain('Bon 2');
			}),
			{ numRuns: 300 },
		);
	});

	it('hostile inputs end quickly', () => {
		const size = 120_000;
		const started = process.cpuUsage();
		const starts = [
			'<a>',
			'<item>',
			'<title>',
			'<![CDATA[',
			'<!--',
			'<!-- >',
			'<!a>',
			'<x a="',
			'</a ',
			'<',
			'&',
			'&a;',
			'<description><item>',
		];
		for (const start of starts)
			expect(parse(around('<item><title>a</title></item>') + start.repeat(size / start.length)).entries[0]?.title).toBe(
				'a',
			);
		const titles = (inside: string) => parse(around(inside)).entries.map(({ title }) => title);
		const below = '<a>'.repeat(100_000);
		expect(titles(`${below}<item><title>u</title></item>`)).toEqual(['u']);
		expect(
			titles(`${below}<item><title>u</title></item>${'</a>'.repeat(100_000)}<item><title>v</title></item>`),
		).toEqual(['u', 'v']);
		for (const part of ['x', 'description', 'content:encoded'])
			expect(titles(`<item><title>u</title><${part}>${below}</${part}></item><item><title>v</title></item>`)).toEqual([
				'u',
				'v',
			]);
		const deep = `<item><title>b</title><description>${'<div>'.repeat(100_000)}z${'</div>'.repeat(100_000)}</description></item>`;
		expect(parse(around(deep)).entries[0]?.title).toBe('b');
		expect(process.cpuUsage(started).user / 1000).toBeLessThan(8_000);
	}, 40_000);
});
