// Text helpers of the feed reader: control characters, escaping, titles without markup.

import { decodeReferences } from './xml/entities.ts';

/** Characters XML 1.0 forbids (section 2.2, Char), and lone surrogates. */
const forbidden =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without the characters XML forbids. */
export const withoutControls = (text: string): string =>
	!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) && text.isWellFormed()
		? text
		: text.replace(forbidden, '');

/** Every break of a line as one character (XML 1.0, 2.11). */
export const withPlainBreaks = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Elements seen in feeds; anything else in angle brackets is what somebody wrote. */
const inline = 'a|abbr|b|bdi|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u';
const block =
	'article|aside|audio|blockquote|br|dd|div|dl|dt|embed|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|input|li|' +
	'main|nav|object|ol|p|picture|pre|section|source|svg|table|tbody|td|tfoot|th|thead|tr|ul|video';
const inlineTag = new RegExp(`</?(?:${inline})(?=[\\s/>])[^<>]*>`, 'gi');
const blockTag = new RegExp(`<!--(?:(?!<!--|-->)[^])*-->|</?(?:${block})(?=[\\s/>])[^<>]*>`, 'gi');

/** HTML to one line of plain text: markup out, entities decoded, white space joined. */
export function plainText(html: string): string {
	const bare = html
		.replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi, ' ')
		.replace(inlineTag, '')
		.replace(blockTag, ' ');
	return withoutControls(decodeReferences(bare)).replace(/\s+/g, ' ').trim();
}

/** The first words of a text, whole words, at most `max` characters; for entries published without a title. */
export function firstWords(text: string, max = 80): string {
	if (text.length <= max) return text;
	const cut = text.slice(0, max - 1);
	const at = cut.lastIndexOf(' ');
	return withoutControls(at > max / 2 ? cut.slice(0, at) : cut).replace(/[\s,،;؛:.-]+$/u, '') + '…';
}
