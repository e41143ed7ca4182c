// Light text and HTML say the same: what goes out comes back, whatever it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml, htmlToPlain } from '#platform/html/index.ts';
import { blocksOf } from './light-blocks.ts';
import { fromLight, toLight } from './light-markup.ts';

const bare = (html: string): string => html.replace(/ dir="auto"| rel="noopener"/g, '').replace(/<br \/>/g, '<br>');

describe('light text becomes', () => {
	it.each([
		['paragraphs at empty lines, breaks at line ends', 'Un\ndeux\n\n\nTrois', '<p>Un<br>deux</p><p>Trois</p>'],
		['headings', '## Titre\n#### Petit', '<h2>Titre</h2><h4>Petit</h4>'],
		[
			'lists, also after a sentence',
			'Voici :\n- un\n- deux\n  encore',
			'<p>Voici :</p><ul><li>un</li><li>deux<br>encore</li></ul>',
		],
		[
			'lists within lists',
			'1. un\n   - a\n   - b\n2. deux',
			'<ol><li>un<ul><li>a</li><li>b</li></ul></li><li>deux</li></ol>',
		],
		['numbered lists that start elsewhere', '3. trois\n4. quatre', '<ol start="3"><li>trois</li><li>quatre</li></ol>'],
		['quotes with what they hold', '> Un\n>\n> - deux', '<blockquote><p>Un</p><ul><li>deux</li></ul></blockquote>'],
		[
			'bold, italic and both',
			'**a** *b* c ***d*** e **f *g* h**',
			'<p><strong>a</strong> <em>b</em> c <strong><em>d</em></strong> e <strong>f <em>g</em> h</strong></p>',
		],
		[
			'links, with or without a scheme',
			'[le *site*](example.org/a) et [b](https://b.org/x_(y))',
			'<p><a href="https://example.org/a">le <em>site</em></a> et <a href="https://b.org/x_(y)">b</a></p>',
		],
		[
			'bare addresses, without the full stop',
			'Voir https://a.org/x.',
			'<p>Voir <a href="https://a.org/x">https://a.org/x</a>.</p>',
		],
		['signs meant as themselves', '2 * 3 * 4, \\*a\\*, **a, [b], 1 < 2', '<p>2 * 3 * 4, *a*, **a, [b], 1 &lt; 2</p>'],
		['a rule', 'a\n\n---\n\nb', '<p>a</p><hr /><p>b</p>'],
		['nothing harmful', '[x](javascript:alert(1)) <script>y</script>', '<p>x &lt;script&gt;y&lt;/script&gt;</p>'],
		['Arabic as it is', '## عنوان\n\n**مهم**: نص', '<h2>عنوان</h2><p><strong>مهم</strong>: نص</p>'],
	])('%s', (_name, light, html) => {
		expect(bare(fromLight(light))).toBe(html);
	});
});

describe('HTML becomes', () => {
	it.each([
		[
			'the light signs',
			'<h2>T</h2><p>a <strong>b</strong><br>c</p><ul><li>x</li><li><p>y</p></li></ul>',
			'## T\n\na **b**\nc\n\n- x\n- y',
		],
		['one link where there is one', '<p>Voir <a href="/x">le <strong>site</strong></a></p>', 'Voir [le **site**](/x)'],
		['bold without the space at its end', '<p><strong>Note : </strong>texte</p>', '**Note :** texte'],
		[
			'a bare address where its text is the address',
			'<p><a href="https://a.org/">https://a.org/</a></p>',
			'https://a.org/',
		],
		['two lists told apart', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
		[
			'escaped signs where they would mean something',
			'<p># a</p><p>1. b</p><p>- c</p><p>*d*</p>',
			'\\# a\n\n1\\. b\n\n\\- c\n\n\\*d\\*',
		],
		['paragraphs where breaks stood for them', '<div>a<br><br>b</div>', 'a\n\nb'],
		['tags for what has no sign', '<p><code>x</code> <bdi>ب</bdi></p>', '<code>x</code> <bdi>ب</bdi>'],
		[
			'a table on one line',
			'<table><tr><td>a</td>\n<td>b</td></tr></table>',
			'<table><tr><td>a</td> <td>b</td></tr></table>',
		],
		['a listing with its lines', '<pre>a\n\n  b</pre>', '<pre>a&#10;&#10;  b</pre>'],
	])('%s', (_name, html, light) => {
		expect(toLight(html)).toBe(light);
	});
});

const word = fc.oneof(
	fc.constantFrom(
		'un',
		'كلمة',
		'ⴰⵣⵓⵍ',
		'2 * 3',
		'*',
		'**',
		'[a]',
		'](',
		'<b>',
		'&amp;',
		'#',
		'- x',
		'1. y',
		'>',
		'https://a.org/b',
		'\\',
		'\\*',
		'---',
		'a  b',
		'\u00a0',
	),
	fc.string({ maxLength: 8 }),
);
const text = fc
	.array(word, { minLength: 1, maxLength: 4 })
	.map((words) => words.join(' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
const around = (tag: string) => (inside: string) => `<${tag}>${inside}</${tag.split(' ', 1)[0]}>`;

/** HTML of what an article may hold, nested as editors nest it. */
const { block } = fc.letrec<{ line: string; block: string }>((tie) => ({
	line: fc.oneof(
		{ maxDepth: 3 },
		text,
		fc.constantFrom('<br>', ' ', '<img src="/files/x" alt="y">'),
		fc
			.tuple(
				fc.constantFrom(
					'strong',
					'em',
					'a href="https://a.org/(x)?y=1&amp;z"',
					'a href="/b c"',
					'code',
					'bdi',
					'span lang="fr"',
				),
				fc.array(tie('line'), { maxLength: 3 }),
			)
			.map(([tag, parts]) => around(tag)(parts.join(''))),
	),
	block: fc.oneof(
		{ maxDepth: 3 },
		fc
			.tuple(fc.constantFrom('p', 'h2', 'h3', 'h4', 'p lang="ar"'), fc.array(tie('line'), { maxLength: 4 }))
			.map(([tag, parts]) => around(tag)(parts.join(''))),
		fc.constantFrom(
			'<hr>',
			'<table><tr><td>a</td></tr></table>',
			'<figure><img src="/files/a" alt=""><figcaption>b</figcaption></figure>',
			'<pre>a\n b</pre>',
			'loose',
		),
		fc
			.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 })
			.map((items) => around('ul')(items.map((item) => around('li')(item.join(''))).join(''))),
		fc
			.tuple(fc.integer({ min: -2, max: 2000 }), fc.array(tie('line'), { minLength: 1, maxLength: 3 }))
			.map(([start, items]) => around(`ol start="${start}"`)(items.map(around('li')).join(''))),
		fc.array(tie('block'), { maxLength: 3 }).map((parts) => around('blockquote')(parts.join(''))),
	),
}));
const article = fc.array(block, { maxLength: 5 }).map((parts) => parts.join('\n'));
const spaceless = (html: string): string => htmlToPlain(html).replace(/[\s•]+/g, '');

describe('for any article', () => {
	it('the blocks come back as they went', () => {
		fc.assert(
			fc.property(article, (html) => void expect(blocksOf(fromLight(toLight(html)))).toEqual(blocksOf(html))),
			{ numRuns: 100000 },
		);
	});

	it('every letter is still there', () => {
		fc.assert(
			fc.property(article, (html) => void expect(spaceless(fromLight(toLight(html)))).toBe(spaceless(html))),
			{ numRuns: 3000 },
		);
	});
});

describe('for any text whatever', () => {
	const typed = fc.oneof(
		fc.string({ maxLength: 60 }),
		fc
			.array(
				fc.constantFrom(
					'a',
					' ',
					'  ',
					'\n',
					'\n\n',
					'*',
					'**',
					'***',
					'[',
					'](x)',
					'- ',
					'1. ',
					'> ',
					'## ',
					'<p>',
					'</p>',
					'<a href="x">',
					'</a>',
					'<b',
					'\\',
					'http://a.b',
					'---',
					'\t',
					'<ul><li>',
				),
				{ maxLength: 25 },
			)
			.map((parts) => parts.join('')),
	);

	it('reading and writing settle at once, and what is read is clean', () => {
		fc.assert(
			fc.property(typed, (light) => {
				const html = fromLight(light);
				expect(cleanHtml(html, { links: 'editorial' })).toBe(html);
				expect(blocksOf(fromLight(toLight(html)))).toEqual(blocksOf(html));
			}),
			{ numRuns: 10000 },
		);
	});

	it('a text of nothing but signs is read quickly', () => {
		const started = performance.now();
		for (const sign of ['[', '*a ', '**', '> ', '- ', '<a>', 'http://', '\\', '*a** '])
			fromLight(sign.repeat(20_000 / sign.length));
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
