// Bodies on pages and in feeds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyForFeed, bodyForPage } from './work-body.ts';

const origin = 'https://ponts.example';
const page = (html: string) => bodyForPage(html, origin, 'Picture');

describe('the body on a page', () => {
	it('turns a picture of another host into a link with its description', () => {
		expect(page('<p><img src="https://elsewhere.example/a.jpg?x=1&amp;y=2" alt="A well"></p>')).toBe(
			'<p><a href="https://elsewhere.example/a.jpg?x=1&amp;y=2" rel="noopener"><span dir="auto">A well</span></a></p>',
		);
	});
	it('names a picture without description by the label', () => {
		expect(page('<p><img src="https://elsewhere.example/a.jpg"></p>')).toContain('>Picture</span>');
	});
	it('puts no link inside a link', () => {
		expect(
			page('<p><a href="https://a.example"><img src="https://b.example/a.jpg" alt="x"></a></p>').match(/<a /g),
		).toHaveLength(1);
	});
	it('keeps our own pictures, by path', () => {
		expect(page('<p><img src="/files/1" alt="x"></p>')).toContain('src="/files/1"');
		expect(page(`<p><img src="${origin}/files/1" alt="x"></p>`)).toContain('src="/files/1"');
	});
	it('offers our own pictures in the widths there are copies of', () => {
		const id = '0198aaaa-0000-7000-8000-000000000001';
		const html = page(`<p><img src="${origin}/files/${id}" alt="Souk" width="800" height="600"></p>`);
		expect(html).toContain(`srcset="/files/${id}?w=320 320w, /files/${id}?w=640 640w, /files/${id} 800w"`);
		expect(html).toContain('width="800" height="600" loading="lazy"');
		expect(page(`<p><img src="/files/${id}" alt="Souk" width="300"></p>`)).not.toContain('srcset');
	});
	it('lets nothing through that would load from elsewhere', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (src, alt) => {
				const html = page(
					`<p><img src="${src.replace('http:', 'https:').replaceAll('"', '&quot;')}" alt="${alt.replaceAll(/["&<>]/g, '')}"></p>`,
				);
				expect(html).not.toMatch(/<img[^>]*src="https?:/);
			}),
		);
	});
});

describe('the body in a feed', () => {
	const feed = (html: string) => bodyForFeed(html, `${origin}/fr/s/tizi/w/eau`);
	it('makes addresses of this site absolute', () => {
		expect(feed('<p><img src="/files/1" alt=""><a href="/fr/about">a</a><a href="autre?x=1&amp;y=2">b</a></p>')).toBe(
			`<p><img src="${origin}/files/1" alt="" loading="lazy" /><a href="${origin}/fr/about" rel="noopener">a</a><a href="${origin}/fr/s/tizi/w/autre?x=1&amp;y=2" rel="noopener">b</a></p>`,
		);
	});
	it('leaves other addresses and the words alone', () => {
		expect(feed('<p>Write href="/x" here <a href="mailto:a@b.example">m</a></p>')).toBe(
			'<p>Write href="/x" here <a href="mailto:a@b.example" rel="noopener">m</a></p>',
		);
	});
});
