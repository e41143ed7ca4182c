// A real browser for journeys: one Chromium, pages in a language, with or without JavaScript, axe, kept pictures.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { root } from '#platform/server/root.ts';

let opened: Promise<Browser> | null = null;

const browser = (): Promise<Browser> =>
	(opened ??= sparticuz.executablePath().then((executablePath) => chromium.launch({ executablePath })));

export async function closeBrowser(): Promise<void> {
	await (await opened)?.close();
	opened = null;
}

export interface Reader {
	page: Page;
	context: BrowserContext;
	/** Requests that left for another host. */
	foreign: string[];
	/** Content-policy violations and script errors. */
	complaints: string[];
	scripts: boolean;
}

/** A new reader with empty pockets. */
export async function aReader(
	url: string,
	options: { script?: boolean; width?: number; locale?: string } = {},
): Promise<Reader> {
	const context = await (
		await browser()
	).newContext({
		javaScriptEnabled: options.script ?? true,
		viewport: { width: options.width ?? 1280, height: 900 },
		locale: options.locale ?? 'fr',
		baseURL: url,
		// Certificates of tests are signed by nobody.
		ignoreHTTPSErrors: url.startsWith('https:'),
	});
	const page = await context.newPage();
	page.setDefaultTimeout(10_000);
	const [foreign, complaints]: [string[], string[]] = [[], []];
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== url && !request.url().startsWith('data:')) foreign.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return { page, context, foreign, complaints, scripts: options.script ?? true };
}

/** Keeps a picture of the whole page under test-artefacts/. */
export async function keepPicture(page: Page, name: string): Promise<void> {
	const folder = path.join(root, 'test-artefacts');
	await mkdir(folder, { recursive: true });
	await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

const axeSource = (): Promise<string> =>
	readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe (WCAG 2.2 A and AA) finds on the page, in words. */
export async function axeViolations(page: Page): Promise<string[]> {
	// The content policy forbids inline scripts; what the debugger evaluates is not bound by it.
	await page.evaluate(await axeSource());
	return page.evaluate(async () => {
		const { axe } = globalThis as unknown as {
			axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run({
			runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
		});
		return violations.map(
			({ id, nodes }) =>
				`${id}: ${nodes
					.map((node) => node.html.slice(0, 160))
					.slice(0, 3)
					.join(' | ')}`,
		);
	});
}
