// Every page in Arabic and in French, as somebody who may sees it on a small phone: readable, whole, at home.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dirOf } from '#platform/i18n/index.ts';
import { aReader, axeViolations, closeBrowser, type Reader } from '#test/browser.ts';
import { aWorld, carry, signedInAs } from '#test/world.ts';
import { expected, type World } from './access-table.ts';
import { readablePages as pages } from './readable-pages.ts';

const { url, dataDir } = inject('demo');
const keys = new Set(Object.keys(JSON.parse(readFileSync('messages/fr.json', 'utf8')) as object));

let world: World;
let admin: string;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
	const made = await aWorld(url, dataDir);
	({ world, close } = made);
	admin = await signedInAs(made.cookies, 'admin', 'root');
});
afterAll(async () => {
	await closeBrowser();
	await close?.();
});

/** What the opened document says of itself, and how much of it lies outside the screen. */
const portraitOf = (page: Page) =>
	page.evaluate(() => {
		const root = document.documentElement;
		return {
			lang: root.lang,
			dir: root.dir,
			title: document.title,
			headings: document.querySelectorAll('h1').length,
			overflow: root.scrollWidth - root.clientWidth,
			text: document.querySelector('main')?.innerText ?? '',
		};
	});

const rawKeys = (text: string): string[] =>
	(text.match(/\b[a-z_]+\.[a-z_]+(\.[a-z_]+)?\b/g) ?? []).filter((word) => keys.has(word));
/** The page about the API speaks of null, since JSON does. */
const slips = (text: string, id: string): string[] =>
	(text.match(/\b(?:undefined|null|NaN|Invalid Date)\b|\[object Object\]/g) ?? []).filter(
		(slip) => slip !== 'null' || !id.endsWith('/api'),
	);

test('every page is asked', () => {
	expect(pages.length).toBeGreaterThanOrEqual(50);
	expect(pages.filter((id) => !expected[id])).toEqual([]);
});

describe.each(['ar', 'fr'] as const)('in %s', (locale) => {
	let reader: Reader;
	beforeAll(async () => {
		reader = await aReader(url, { locale, width: 360 });
	});
	afterAll(() => reader.context.close());

	test.each(pages)('%s is readable, whole and at home', async (id) => {
		const entry = expected[id]!;
		const { page, context } = reader;
		await context.clearCookies();
		if (entry.may !== 'all') await carry(context, url, admin);
		reader.foreign.length = 0;
		reader.complaints.length = 0;
		const path = entry.path(world).replace(/^\/fr(?=\/|$)/, `/${locale}`);
		const answer = await page.goto(path);
		const { text, title, overflow, ...portrait } = await portraitOf(page);
		expect({
			status: answer?.status(),
			...portrait,
			titled: title.trim() !== '',
			filled: text.trim() !== '',
			overflow: Math.max(0, overflow),
			rawKeys: rawKeys(text),
			slips: slips(text, id),
			violations: await axeViolations(page),
			foreign: reader.foreign,
			complaints: reader.complaints,
		}).toEqual({
			status: 200,
			lang: locale,
			dir: dirOf(locale),
			headings: 1,
			titled: true,
			filled: true,
			overflow: 0,
			rawKeys: [],
			slips: [],
			violations: [],
			foreign: [],
			complaints: [],
		});
	});
});
