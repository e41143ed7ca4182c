import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, cleanHtml, excerpt, htmlToPlain, plainToHtml } from './index.ts';

describe('plain text and HTML', () => {
	it('makes paragraphs, line breaks and links', () => {
		expect(plainToHtml('Un\ndeux\r\n\r\n\n<b>trois</b>')).toBe(
			'<p dir="auto">Un<br />deux</p><p dir="auto">&lt;b&gt;trois&lt;/b&gt;</p>',
		);
		expect(plainToHtml('voir https://x.example/a?b=1&c=2.')).toBe(
			'<p dir="auto">voir <a dir="ltr" href="https://x.example/a?b=1&amp;c=2" rel="noopener ugc">https://x.example/a?b=1&amp;c=2</a>.</p>',
		);
		expect(plainToHtml(' \n ')).toBe('');
	});

	it.each([
		['https://x.example/a، ثم', 'https://x.example/a'],
		['(https://x.example/a)', 'https://x.example/a'],
		['https://x.example/a_(b) c', 'https://x.example/a_(b)'],
		['«https://x.example»', 'https://x.example'],
		['https://x.example/جسور؟', 'https://x.example/جسور'],
	])('leaves punctuation out of the address in %s', (text, link) => {
		expect(/href="([^"]*)"/.exec(plainToHtml(text))?.[1]).toBe(link);
	});

	it('links no other scheme, no credentials and no half address', () => {
		for (const text of ['javascript:alert(1)', 'https://', 'http://a:b@x.example/', 'ftp://x.example/'])
			expect(plainToHtml(text)).not.toContain('<a');
	});

	it('gives back the text of HTML, blocks on their own lines', () => {
		expect(htmlToPlain('<h2>T</h2><p>a &amp;lt; b<br>c</p><ul><li>x</li><li>y</li></ul><p>نهاية</p>')).toBe(
			'T\n\na &lt; b\nc\n\n• x\n• y\n\nنهاية',
		);
		expect(htmlToPlain('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>')).toBe('1\t2\n3');
		expect(htmlToPlain('<p>a</p><script>b</script>')).toBe('a');
	});

	it('cuts at words, counts what readers see, and never cuts a character in two', () => {
		expect(excerpt('<p>Bonjour le monde entier</p>', 100)).toBe('Bonjour le monde entier');
		expect(excerpt('<p>Bonjour le monde entier</p>', 17)).toBe('Bonjour le monde…');
		expect(excerpt('<p>Bonjour</p><p>le monde</p>', 12)).toBe('Bonjour le…');
		expect(excerpt('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…');
		expect(excerpt('مُحَمَّد', 3)).toBe('مُحَ…');
		expect(excerpt('abc', 0)).toBe('');
	});

	it('begins a plain text without reading it as HTML or cutting through a character', () => {
		expect(beginningOf(' 3 < 4\net 5 > 2 ', 20)).toBe('3 < 4 et 5 > 2');
		expect(beginningOf('😀'.repeat(9), 4)).toBe('😀😀😀…');
	});

	it('keeps its promises for any text', () => {
		const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
				const html = plainToHtml(text);
				expect(cleanHtml(html)).toBe(html);
				const short = excerpt(html, max);
				expect([...graphemes.segment(short)].length).toBeLessThanOrEqual(max);
				expect(short.isWellFormed()).toBe(true);
			}),
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				(text) => htmlToPlain(text).isWellFormed() && excerpt(text, 5).isWellFormed(),
			),
		);
	});
});
