// The site map's text.
import { describe, expect, it } from 'vitest';
import { indexOf, siteMapOf } from './site-map.ts';

const origin = 'https://ponts.example';

describe('the site map', () => {
	it('names every language of a page at each of its addresses', () => {
		const xml = siteMapOf(origin, [
			{
				languages: [
					{ locale: 'ar', path: '/ar/s/tizi/w/a' },
					{ locale: 'fr', path: '/fr/s/tizi/w/b' },
				],
				changed: new Date('2026-11-20T10:00:00Z'),
			},
		]);
		expect(xml.match(/<url>/g)).toHaveLength(2);
		expect(xml.match(/hreflang="ar" href="https:\/\/ponts\.example\/ar\/s\/tizi\/w\/a"/g)).toHaveLength(2);
		expect(xml.match(/<lastmod>2026-11-20T10:00:00\.000Z<\/lastmod>/g)).toHaveLength(2);
	});
	it('names no alternate of a page in one language, and escapes addresses', () => {
		const xml = siteMapOf(origin, [{ languages: [{ locale: 'fr', path: '/fr/a?b&c' }] }]);
		expect(xml).toContain('<loc>https://ponts.example/fr/a?b&amp;c</loc>');
		expect(xml).not.toContain('hreflang');
	});
	it('lists its parts when it is cut', () => {
		expect(indexOf(origin, 3).match(/<loc>https:\/\/ponts\.example\/sitemap\.xml\?part=\d<\/loc>/g)).toHaveLength(3);
	});
});
