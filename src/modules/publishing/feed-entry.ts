// What an entry of a feed gives an article: title, text, short text and language.
import type { Entry, Feed } from '#platform/feeds/index.ts';
import { excerpt, htmlToPlain, languageOf } from '#platform/html/index.ts';
import type { Locale } from '#platform/i18n/index.ts';

/** The beginning of a text, in whole characters. */
export const first = (text: string, length: number): string => Array.from(text).slice(0, length).join('').trim();

/** The text as published (HTML, not cleaned): most feeds send it whole, many as a description only. */
export const bodyOf = ({ content, summary }: Pick<Entry, 'content' | 'summary'>): string => content || summary || '';

/** Title, short text (plain; none where it would repeat the text) and language, among those declared or used here if its words do not say. */
export function wordsOf(
	entry: Entry,
	{ language }: Pick<Feed, 'language'>,
	spoken: readonly string[],
): { title: string; summary: string; locale: Locale } {
	const title = first(entry.title, 160);
	const said = `${title}\n${htmlToPlain(bodyOf(entry))}`;
	return {
		title,
		summary: entry.content ? excerpt(entry.summary ?? '', 400) : '',
		locale: languageOf(said, [language?.slice(0, 2).toLowerCase() ?? '', ...spoken]),
	};
}
