// What a page may weigh and ask for: budgets that fail the build.
import { afterAll, expect, inject, test } from 'vitest';
import { weightOf } from '../../bench/pages/weight.ts';
import { aReader, closeBrowser } from '#test/browser.ts';

const { url } = inject('demo');
afterAll(closeBrowser);

test.each([
	['fr', 25_000],
	['ar', 40_000],
] as const)(
	'the front page in %s weighs at most %i bytes at the first visit and 10 kB after',
	async (locale, budget) => {
		const { first, second, parts } = await weightOf(`${url}/${locale}`, locale);
		expect(first, parts).toBeLessThanOrEqual(budget);
		expect(second, parts).toBeLessThanOrEqual(10_000);
	},
);

test.each(['fr', 'ar', 'es', 'en', 'zgh'])(
	'public pages in %s ask no other host, and keep to the content policy',
	async (locale) => {
		const reader = await aReader(url, { locale });
		for (const page of ['', '/s', '/about', '/search?q=eau', '/participate', '/kept', '/sign-in', '/design', '/api']) {
			await reader.page.goto(`/${locale}${page}`, { waitUntil: 'networkidle' });
			for (const link of await reader.page
				.locator('main a[href*="/w/"]')
				.all()
				.then((links) => links.slice(0, 1)))
				expect(await link.getAttribute('href')).toMatch(/^\//);
		}
		expect(reader.foreign).toEqual([]);
		expect(reader.complaints).toEqual([]);
		await reader.context.close();
	},
);
