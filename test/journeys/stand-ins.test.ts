// A page of Tamazight says of each of its texts in other letters which language it is in.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runCommand } from '#test/app.ts';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aWorld, signedInAs } from '#test/world.ts';
import { expected, type World } from './access-table.ts';

const { url, dataDir } = inject('demo');
const { routes } = JSON.parse(runCommand(['routes', '--json'], {})) as { routes: { id: string; kind: string }[] };
const pages = routes
	.filter(({ id, kind }) => kind === 'page' && id !== '/setup' && !expected[id]?.answer)
	.map(({ id }) => id);

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

/** Texts of a page in Latin or Arabic letters for which no element but the page itself names a language; names, codes and times stand in elements of their own. */
const unsaid = (page: Page, html: string) =>
	page.evaluate((source) => {
		const read = new DOMParser().parseFromString(source, 'text/html');
		const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT);
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
		return [...new Set(found)];
	}, html);

test.each(pages)('%s', async (id) => {
	const entry = expected[id]!;
	const path = entry.path(world).replace(/^\/fr(?=\/|$)/, '/zgh');
	const answer = await fetch(new URL(path, url), {
		headers: { ...(entry.may === 'all' ? {} : { cookie: admin }), 'accept-language': 'zgh' },
	});
	expect(answer.status).toBe(200);
	expect(await unsaid(reader.page, await answer.text())).toEqual([]);
});
