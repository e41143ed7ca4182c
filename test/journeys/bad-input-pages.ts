// How a page is read for what it says, and addresses that mean nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#platform/server/root.ts';

const messages = Object.fromEntries(
	['fr', 'ar'].map((locale) => [
		locale,
		JSON.parse(readFileSync(path.join(root, 'messages', `${locale}.json`), 'utf8')) as Record<string, unknown>,
	]),
);
/** A message as a pattern: what stands for a value matches anything. */
const patternOf = (text: string): RegExp =>
	new RegExp(`${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+?')}[\u2068\u2069]*$`, 'u');
/** What a line of a summary may end with: the sentence of a refusal (`noun.reason`). */
const sentences = Object.fromEntries(
	Object.entries(messages).map(([locale, texts]) => [
		locale,
		Object.entries(texts).flatMap(([code, text]) =>
			/^[a-z_]+\.[a-z_]+$/.test(code) && typeof text === 'string' && text.length > 12 ? [patternOf(text)] : [],
		),
	]),
);
export const isSentence = (locale: string, line: string): boolean =>
	line.length < 600 && sentences[locale]!.some((pattern) => pattern.test(line));
/** The text of a message without values. */
export const words = (locale: string, code: string): string => String(messages[locale]![code]);

/** HTML as a reader reads it. */
export const unescaped = (html: string): string =>
	html
		.replace(/<!--.*?-->/gs, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');

/** Lines of the summary on top of a refused form. */
export function summaryOf(html: string): string[] {
	const [, block = ''] = /<div class="errors" role="alert"[^>]*>.*?<ul>(.*?)<\/ul>/s.exec(html) ?? [];
	return [...block.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) =>
		unescaped(line.replace(/<[^>]*>/g, '')).trim(),
	);
}

/** Whether a refusal stands beside the field of this name (or beside its group: one question in several languages). */
export const isMarked = (html: string, name: string): boolean =>
	[...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].some(
		([tag]) => tag.includes(` name="${name}"`) && tag.includes('aria-invalid="true"'),
	) || [name, name.split('.')[0]!].some((group) => html.includes(`class="refusal" id="f-${group}-refusal"`));

/** What must never be shown to anybody. */
export const leaks =
	/\n {4}at |node_modules|\b(?:Type|Range|Syntax|Reference)?Error:|\bselect .+ from |syntax error at|file:\/\/\//i;

/** Addresses open to everybody with something odd in every place. */
export function oddAddresses(medium: string, workPage: string): string[] {
	const long = 'a'.repeat(12_000);
	return [
		...['%00', '%FF', '%E0%A4%A', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd', long].flatMap((odd) => [
			`/fr/${odd}`,
			`/fr/s/${odd}`,
			`/fr/s/${medium}/w/${odd}`,
			`/fr/s/${medium}/p/${odd}`,
			`/fr/place/${odd}`,
			`/fr/c/${odd}`,
			`/fr/s/${medium}/p/x/${odd}`,
			`/w/${odd}`,
			`/fr/r/${odd}`,
			`/fr/invite/${odd}`,
			`/files/${odd}`,
			`/fr/flag/${odd}/${odd}`,
			`/fr/flag/contribution/${odd}`,
			`/fr/search?q=${odd}`,
			`/fr/search?in=${odd}&q=eau`,
			`/fr?after=${odd}`,
			`/fr/s?at=${odd}`,
			`/events?subject=${odd}`,
			`/api/v1/spaces/${odd}/works`,
			...['after', 'at', 'reply', 'quote', 'sort'].map((name) => `/fr${workPage}?${name}=${odd}`),
			...['link', 'confirm', 'new-password'].map((page) => `/fr/sign-in/${page}?token=${odd}`),
			`/api/v1/spaces/${medium}/works?cursor=${odd}`,
			`/api/v1/spaces/${medium}/proposals?cursor=${odd}`,
		]),
		'/%',
		'/%00',
		'//',
		'/fr//',
		`/api/v1/spaces/${medium}/proposals?cursor=99999999999`,
		'/fr/participate?page=1e99',
	];
}

/** The same at the desk of a space. */
export function oddDeskAddresses(medium: string): string[] {
	const desk = `/fr/desk/s/${medium}`;
	return ['%00', '%FF', '-1', '1e99', 'x', '2026-02-31', '99999-01-01'].flatMap((odd) => [
		`${desk}/works?page=${odd}`,
		`${desk}/works?tab=${odd}`,
		`${desk}/works/${odd}`,
		`${desk}/works?after=${odd}`,
		`${desk}/settings?place=${odd}`,
		`${desk}/settings?colour=${odd}`,
		`${desk}/moderation/${odd}`,
		`${desk}/moderation?queue=${odd}&decided=${odd}`,
		`${desk}/feeds?source=${odd}&added=${odd}`,
		`${desk}/report?from=${odd}&to=${odd}`,
		`${desk}/report/${odd}`,
		`${desk}/report/file.${odd}`,
		`${desk}/report/contributions?page=${odd}`,
		`/fr/account/contributions?after=${odd}&of=${odd}.${odd}`,
		`${desk}/processes/${odd}`,
		`${desk}/proposals/${odd}`,
		`${desk}/commitments/${odd}`,
		`${desk}/rules?number=${odd}`,
	]);
}
