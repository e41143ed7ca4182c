import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from './index.ts';

/** Every tag and attribute a parser sees in HTML. */
function seenIn(html: string): { tags: string[]; attributes: [string, string][] } {
	const tags: string[] = [];
	const attributes: [string, string][] = [];
	sanitizeHtml(html, {
		allowedTags: false,
		allowedAttributes: false,
		allowVulnerableTags: true,
		transformTags: {
			'*': (tagName, attribs) => {
				tags.push(tagName);
				attributes.push(...Object.entries(attribs));
				return { tagName, attribs };
			},
		},
	});
	return { tags, attributes };
}

const allowedTags = new Set(
	'a strong em bdi span code br p h2 h3 h4 ul ol li blockquote pre hr figure figcaption img table caption thead tbody tfoot tr th td'.split(
		' ',
	),
);
const allowedAttributes = new Set(
	'dir lang href rel src alt width height loading start colspan rowspan scope'.split(' '),
);

function expectHarmless(html: string): void {
	const { tags, attributes } = seenIn(html);
	expect(tags.filter((tag) => !allowedTags.has(tag))).toEqual([]);
	for (const [name, value] of attributes) {
		expect(allowedAttributes).toContain(name);
		if (name === 'href' || name === 'src')
			expect(value).not.toMatch(/^[\s\u0000-\u0020]*(?:javascript|data|vbscript|file|blob):/i);
	}
	// Independently of that parser: outside text, every `<` starts an allowed tag whose attributes are quoted.
	for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
		expect(tag).toMatch(/^<\/?[a-z][a-z1-6]*(?: [a-z]+="[^"<>]*")*(?: \/)?>$/);
	}
	expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
}

const hostile = [
	'<script>alert(1)</script>',
	'<scr<script>ipt>alert(1)</scr</script>ipt>',
	'<script src=//evil.example/x.js></script >',
	'<SCRIPT\u0000>alert(1)</SCRIPT>',
	'<img src=x onerror=alert(1)>',
	'<img src="/a.png" OnErRoR="alert(1)">',
	'<img/src="/a.png"/onerror=alert(1)>',
	'<img src="/a.png" alt="x" onerror\n=\nalert(1)>',
	'<img src="data:image/svg+xml,<svg onload=alert(1)>">',
	'<img src="https://u:p@evil.example/a.png">',
	'<img srcset="javascript:alert(1) 1x" src="/a.png">',
	'<a href="javascript:alert(1)">x</a>',
	'<a href=" jAvA&#x09;script:alert(1)">x</a>',
	'<a href="java\u0000script:alert(1)">x</a>',
	'<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>',
	'<a href="\u0001javascript:alert(1)">x</a>',
	'<a href="javascript&colon;alert(1)">x</a>',
	'<a href="javas&NewLine;cript:alert(1)">x</a>',
	'<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
	'<a href="vbscript:msgbox(1)">x</a>',
	'<a href="//evil.example">x</a>',
	'<a href="\\\\evil.example">x</a>',
	'<a href="https://x.example" onclick="alert(1)" style="position:fixed" class="c" id="i" target="_blank">x</a>',
	'<a href="https://bank.example@evil.example/">x</a>',
	'<svg onload=alert(1)></svg>',
	'<svg><script>alert(1)</script></svg>',
	'<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
	'<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
	'<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>',
	'<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	'<math href="javascript:alert(1)">x</math>',
	'<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<template><img src=x onerror=alert(1)></template>',
	'<iframe src="javascript:alert(1)"></iframe>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
	'<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
	'<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">',
	'<div style="background:url(javascript:alert(1));width:expression(alert(1))">x</div>',
	'<style>@import "https://evil.example"; p{x:expression(alert(1))}</style>',
	'<form action="https://evil.example"><input name=password><button formaction="javascript:alert(1)">ok</button></form>',
	'<details open ontoggle=alert(1)><summary>x</summary></details>',
	'<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
	'<x-y onclick=1>z</x-y>',
	'<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
	'<title><p title="</title><img src=x onerror=alert(1)>">',
	'<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
	'<plaintext><img src=x onerror=alert(1)>',
	'<select><style></select><img src=x onerror=alert(1)>',
	'<!--><img src=x onerror=alert(1)>-->',
	'<!--[if IE]><script>alert(1)</script><![endif]-->',
	'<![CDATA[<img src=x onerror=alert(1)>]]>',
	'<?xml-stylesheet href="javascript:alert(1)"?>',
	'<<img src=x onerror=alert(1)>>',
	'<p lang="x&quot; onmouseover=alert(1) y=&quot;">x</p>',
	'<p dir="rtl&quot;><script>alert(1)</script>">x</p>',
	'<img alt="&quot; onerror=alert(1) &lt;script&gt;" src="/a.png">',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
	'\uff1cscript\uff1ealert(1)\uff1c/script\uff1e',
	'<table background="javascript:alert(1)"><td background="javascript:alert(1)">x',
	'<a href="tel:+212522" ping="https://evil.example">x</a>',
	'<p is="x-evil" slot="s" part="p" contenteditable autofocus tabindex=1 onfocus=alert(1)>x</p>',
];

describe('cleaning HTML', () => {
	it.each(hostile.map((html) => [html]))('disarms %j', (html) => {
		for (const links of ['ugc', 'editorial'] as const) {
			const clean = cleanHtml(html, { links });
			expectHarmless(clean);
			expect(cleanHtml(clean, { links })).toBe(clean);
		}
	});

	it('drops the text of scripts and styles but keeps that of unknown elements', () => {
		expect(cleanHtml('a<script>b</script><style>c</style><x-y>d</x-y>')).toBe('ad');
		expect(cleanHtml('<p>a</p><svg><text>b</text></svg><p>c</p>')).toBe('<p>a</p><p>c</p>');
	});

	it('keeps an article as it is', () => {
		const article =
			'<h2>عنوان</h2><p dir="rtl" lang="ar">نص <strong>مهم</strong> و<em>آخر</em> <bdi>Ana</bdi><br />سطر</p>' +
			'<ul><li>a</li></ul><ol start="3"><li>b</li></ol><blockquote><p>c</p></blockquote><pre><code>x &lt; y</code></pre><hr />' +
			'<figure><img src="/media/a.webp" alt="Photo" width="10" height="20" loading="lazy" /><figcaption>d</figcaption></figure>' +
			'<table><caption>t</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>' +
			'<p><span dir="ltr" lang="en">e</span></p><p><a href="/p/1" rel="noopener ugc">f</a></p>';
		expect(cleanHtml(article)).toBe(article);
	});

	it('maps older elements to those kept', () => {
		expect(cleanHtml('<h1>a</h1><h5>b</h5><p><b>c</b><i>d</i></p>')).toBe(
			'<h2>a</h2><h4>b</h4><p><strong>c</strong><em>d</em></p>',
		);
		expect(cleanHtml('<div>a</div><div><div>b</div></div>')).toBe('<p>a</p><p>b</p>');
		expect(cleanHtml('<div><h2>a</h2><p>b</p></div>')).toBe('<h2>a</h2><p>b</p>');
	});

	it('keeps a paragraph that holds only a picture or a word in bold', () => {
		expect(cleanHtml('<p><img src="/a.png"></p>')).toContain('<p><img');
		expect(cleanHtml('<p><a href="/x"><img src="/a.png"></a></p>')).toContain('<img');
		expect(cleanHtml('<p><strong>x</strong></p><p> </p>')).toBe('<p><strong>x</strong></p>');
	});

	it('accepts pictures from here and over https only', () => {
		const kept = (src: string): boolean => cleanHtml(`<img src="${src}">`).includes('<img');
		expect(['/a.png', 'a.png', './a.png', 'https://x.example/a.png'].map(kept)).toEqual([true, true, true, true]);
		expect(
			[
				'http://x.example/a.png',
				'//x.example/a.png',
				'/\\x.example/a',
				'data:image/png;base64,AA',
				'ftp://x/a',
				'',
			].map(kept),
		).toEqual(Array.from({ length: 6 }, () => false));
	});

	it('marks links by who chose them', () => {
		expect(cleanHtml('<a href="https://x.example" rel="follow" target="_blank">x</a>')).toBe(
			'<a href="https://x.example" rel="noopener ugc">x</a>',
		);
		expect(cleanHtml('<a href="https://x.example">x</a>', { links: 'editorial' })).toBe(
			'<a href="https://x.example" rel="noopener">x</a>',
		);
	});

	it('drops links that hide where they lead, and keeps their text', () => {
		for (const href of [
			'https://bank.example@evil.example/',
			'//evil.example',
			'\\\\evil.example',
			'/\\evil.example',
			'ftp://x.example',
			'https://',
		]) {
			expect([href, cleanHtml(`<a href="${href}">x</a>`)]).toEqual([href, 'x']);
		}
	});

	it('reads dir and lang strictly', () => {
		expect(cleanHtml('<p dir="RTL" lang="ar-MA">x</p>')).toBe('<p dir="rtl" lang="ar-MA">x</p>');
		expect(cleanHtml('<p dir="up" lang="<x>">x</p>')).toBe('<p>x</p>');
	});

	it('is idempotent, harmless and never throws, whatever it is given', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'<p>',
				'</p>',
				'<div>',
				'</div>',
				'<a href="',
				'">',
				'"',
				"'",
				'<b>',
				'</b>',
				'<li>',
				'<ul>',
				'</ul>',
				'<table>',
				'<td>',
				'<tr>',
				'</table>',
				'<svg>',
				'</svg>',
				'<math>',
				'<style>',
				'</style>',
				'<!--',
				'-->',
				'<![CDATA[',
				']]>',
				'javascript:',
				' onerror=x ',
				'<img src=',
				'/a.png',
				'>',
				'<',
				'&lt;',
				'&#0;',
				'&#x3c;',
				'&amp;lt;',
				'\u0000',
				'\ud800',
				'<template>',
				'<noscript>',
				'<h1>',
				'<span>',
				'<textarea>',
				'</textarea>',
			),
			fc.string({ unit: 'grapheme', maxLength: 5 }),
			fc.constantFrom(...hostile),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const clean = cleanHtml(pieces.join(''));
				expectHarmless(clean);
				expect(cleanHtml(clean)).toBe(clean);
			}),
			{ numRuns: 400 },
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 200 }),
				(text) => cleanHtml(cleanHtml(text)) === cleanHtml(text),
			),
		);
	});

	it('stays quick on deep nesting', () => {
		const started = performance.now();
		for (const tag of ['<div>', '<p><strong>', '<a href="', '</p>', '<table><tr><td>', '<svg>'])
			expectHarmless(cleanHtml(tag.repeat(20_000)));
		expect(performance.now() - started).toBeLessThan(10_000);
	});
});
