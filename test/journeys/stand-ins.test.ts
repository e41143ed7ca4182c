// A page of Tamazight says of each of its texts in other letters which language it is in.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aWorld, signedInAs } from '#test/world.ts';
import { expected, type World } from './access-table.ts';
import { readablePages as pages } from './readable-pages.ts';

const { url, dataDir } = inject('demo');

let world: World;
let admin: string;
let reader: Reader;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
	const made = await aWorld(url, dataDir);
	({ world, close } = made);
	admin = await signedInAs(made.cookies, 'admin', 'root');
	reader = await aReader(url, { locale: 'zgh', width: 360 });
	await reader.page.goto('/zgh/');
});
afterAll(async () => {
	await reader.context.close();
	await closeBrowser();
	await close?.();
});

interface Read {
	found: string[];
	links: string[];
}

/** Texts of a page in Latin or Arabic letters for which no element but the page itself names a language; names, codes and times stand in elements of their own. */
const read = (page: Page, html: string): Promise<Read> =>
	page.evaluate((source) => {
		const whole = new DOMParser().parseFromString(source, 'text/html');
		const walker = whole.createTreeWalker(whole.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = (node.textContent ?? '').trim();
			const at = node.parentElement;
			if (!at || at.closest('script, style, template, bdi, code, pre, time, kbd, [translate=no]')) continue;
			if (
				text === 'RSS' ||
				!/\p{Script=Latin}{3}|\p{Script=Arabic}{2}/u.test(text) ||
				/\p{Script=Tifinagh}/u.test(text)
			)
				continue;
			if (at.closest('[lang]')?.getAttribute('lang') === 'zgh') found.push(text.slice(0, 80));
		}
		const links = [...whole.querySelectorAll('a[href^="/zgh"], a[href^="?"]')].map((link) =>
			link.getAttribute('href')!,
		);
		return { found: [...new Set(found)], links };
	}, html);

const ask = (path: string, cookie?: string) =>
	fetch(new URL(path, url), { headers: { ...(cookie ? { cookie } : {}), 'accept-language': 'zgh' } });

test.each(pages)('%s', async (id) => {
	const entry = expected[id]!;
	const path = entry.path(world).replace(/^\/fr(?=\/|$)/, '/zgh');
	const answer = await ask(path, entry.may === 'all' ? undefined : admin);
	expect(answer.status).toBe(200);
	expect((await read(reader.page, await answer.text())).found).toEqual([]);
});

/** Addresses of one kind: the same page of another thing, or with another filter. */
const kindOf = (path: string): string =>
	path
		.replace(/(?<==)[^&]*/g, '*')
		.replace(/[\da-f]{8}-[\da-f-]{27}|\d[\d-]*/g, '#')
		.replace(/\/(s|w|p|place)\/[^/?]+/g, '/$1/*');

test('nor wherever the pages of the demonstration lead somebody who may see all', { timeout: 180_000 }, async () => {
	const waiting = ['/zgh', '/zgh/desk', '/zgh/account'];
	const met = new Set(waiting);
	const seen = new Map<string, number>();
	const bare: string[] = [];
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const answer = await ask(path, admin);
		if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
		const { found, links } = await read(reader.page, await answer.text());
		bare.push(...found.map((text) => `${path}: ${text}`));
		for (const link of links) {
			const to = new URL(link, new URL(path, url));
			const next = to.pathname + to.search;
			const kind = kindOf(next);
			if (met.has(next) || (seen.get(kind) ?? 0) >= 3) continue;
			met.add(next);
			seen.set(kind, (seen.get(kind) ?? 0) + 1);
			waiting.push(next);
		}
	}
	expect(met.size).toBeGreaterThan(80);
	expect(bare).toEqual([]);
});
