// Between plain text and HTML: for the editor without JavaScript, for mails, and for short excerpts.
import { mayLink } from './addresses.ts';
import { escapeHtml, withoutControls } from './characters.ts';
import { cleanHtml } from './clean.ts';

const address = /\bhttps?:\/\/[^\s<>"«»“”\u0000-\u0020]+/giu;
const trailing = new Set(".,;:!?'’…،؛؟])}*_~");

/** Paragraphs (at empty lines), line breaks, and web addresses as links. Safe, and left alone by `cleanHtml`. */
export function plainToHtml(text: string): string {
	return withoutControls(text)
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.split(/\n[^\S\n]*\n\s*/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '')
		.map((paragraph) => `<p dir="auto">${paragraph.split('\n').map(lineToHtml).join('<br />')}</p>`)
		.join('');
}

function lineToHtml(line: string): string {
	let html = '';
	let at = 0;
	for (const match of line.matchAll(address)) {
		const link = withoutTrailing(match[0]);
		if (!mayLink(link) || link.length < 11) continue;
		const safe = escapeHtml(link);
		html += `${escapeText(line.slice(at, match.index))}<a dir="ltr" href="${safe}" rel="noopener ugc">${escapeText(link)}</a>`;
		at = match.index + link.length;
	}
	return html + escapeText(line.slice(at));
}

const escapeText = (text: string): string => escapeHtml(text).replace(/&quot;/g, '"');

/** Punctuation after an address is not part of it, except a bracket that it opened itself. */
function withoutTrailing(link: string): string {
	let end = link.length;
	while (end > 0 && trailing.has(link[end - 1] ?? '')) end--;
	const bare = link.slice(0, end);
	return link[bare.length] === ')' && bare.includes('(') && !bare.includes(')') ? link.slice(0, bare.length + 1) : bare;
}

/** The text of HTML, blocks on lines of their own, one empty line between paragraphs. Nothing of it is markup. */
export function htmlToPlain(html: string): string {
	return cleanHtml(html)
		.replace(/\s+/g, ' ')
		.replace(/<li[^<>]*>/g, '\n• ')
		.replace(/<br[^<>]*>|<\/(?:tr|figcaption|caption)>/g, '\n')
		.replace(/<\/t[hd]>/g, '\t')
		.replace(/<\/?(?:p|h[2-4]|ul|ol|blockquote|pre|hr|figure|table)\b[^<>]*>/g, '\n\n')
		.replace(/<[^<>]*>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.split('\n')
		.map((line) => line.trim())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of HTML as one line of plain text, at most `maxChars` characters as readers count them, «…» included. */
export const excerpt = (html: string, maxChars: number): string => beginningOf(htmlToPlain(html), maxChars);

/** The beginning of a plain text on one line: `maxChars` characters as people count them at most, ending with … where it was cut. */
export function beginningOf(plain: string, maxChars: number): string {
	const text = plain.replace(/\s+/g, ' ').trim();
	const kept: string[] = [];
	for (const { segment } of graphemes.segment(text)) {
		kept.push(segment);
		if (kept.length > maxChars) break;
	}
	if (kept.length <= maxChars) return text;
	if (maxChars < 1) return '';
	const cut = kept.slice(0, maxChars - 1);
	const atWord = kept[maxChars - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
	const whole = atWord > cut.length * 0.6 ? cut.slice(0, atWord) : cut;
	return whole.join('').replace(/[\s,;:،؛.-]+$/u, '') + '…';
}
