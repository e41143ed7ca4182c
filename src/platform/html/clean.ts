// The one sanitiser: HTML from people and feeds to the few elements an article may hold.
import sanitizeHtml from 'sanitize-html';
import { mayLink, mayShow } from './addresses.ts';
import { escapeHtml, withoutControls } from './characters.ts';

export interface CleanOptions {
	/** `ugc` (default): links by readers, marked so for search engines. `editorial`: links chosen by the newsroom. */
	links?: 'ugc' | 'editorial';
}

type Attributes = Record<string, string>;

const textTags = 'a strong em bdi span code br';
const blockTags =
	'p h2 h3 h4 ul ol li blockquote pre hr figure figcaption img table caption thead tbody tfoot tr th td';
const allowed = `${textTags} ${blockTags}`.split(' ');

/** What these held is shown as an allowed element. */
const renamed: Readonly<Record<string, string>> = {
	b: 'strong',
	i: 'em',
	cite: 'em',
	dfn: 'em',
	h1: 'h2',
	h5: 'h4',
	h6: 'h4',
	tt: 'code',
	kbd: 'code',
	samp: 'code',
	div: 'p',
	section: 'p',
	article: 'p',
	main: 'p',
	header: 'p',
	footer: 'p',
	aside: 'p',
	center: 'p',
	address: 'p',
	dd: 'p',
	dt: 'p',
	details: 'p',
	summary: 'p',
};

/** Their text is code or belongs to another document: dropped with everything inside. */
const dropped = (
	'script style noscript template iframe frame frameset noframes object embed applet svg math textarea select option ' +
	'title head xmp plaintext noembed listing xml canvas audio video button'
).split(' ');

/** Deeper nesting is flattened, so that no page is hard to draw. */
const deepest = 60;
/** Runs until nothing changes; text that still changes after that is shown as plain text. */
const mostPasses = 8;
/** Left by elements that were renamed to a paragraph and held blocks. */
const emptyParagraph = /<p(?: [^<>]*)?>\s*<\/p>/g;

/**
 * HTML that is safe to put in a page: p, h2–h4, lists, quotes, links, figures, tables, code; `dir` and `lang`
 * everywhere; no style, class, id, script, form or embedded page. Idempotent. Never throws.
 */
export function cleanHtml(html: string, options: CleanOptions = {}): string {
	const rules = options.links === 'editorial' ? editorial : ugc;
	let current = flattened(withoutControls(html));
	for (let i = 0; i < mostPasses; i++) {
		const next = withoutControls(sanitizeHtml(current, rules)).replace(emptyParagraph, '');
		if (next === current) return current;
		current = next;
	}
	return escapeHtml(current.replace(/<[^<>]*>/g, ' ')).replace(/&quot;/g, '"');
}

const countedTag = /<(\/?)([a-z][^\s/<>]*)(?=[\s/>])[^<>]*>/gi;
const closedByItself = new Set('p li tr td th dt dd option br img hr input'.split(' '));
/** The parser's time grows with the square of the depth: beyond this, opening tags are left out before parsing. */
const deepestParsed = 500;

function flattened(html: string): string {
	if (html.length < 5000) return html;
	let depth = 0;
	return html.replace(countedTag, (tag, slash: string, name: string) => {
		if (closedByItself.has(name.toLowerCase())) return tag;
		if (slash !== '') depth = Math.max(0, depth - 1);
		else if (depth >= deepestParsed) return '';
		else depth++;
		return tag;
	});
}

function rulesFor(rel: string): sanitizeHtml.IOptions {
	return {
		allowedTags: allowed,
		allowedAttributes: {
			'*': ['dir', 'lang'],
			a: ['href', 'rel'],
			img: ['src', 'alt', 'width', 'height', 'loading'],
			ol: ['start'],
			th: ['colspan', 'rowspan', 'scope'],
			td: ['colspan', 'rowspan'],
		},
		allowedSchemes: ['http', 'https', 'mailto', 'tel'],
		allowedSchemesByTag: { img: ['https'] },
		allowProtocolRelative: false,
		allowedClasses: {},
		disallowedTagsMode: 'discard',
		nonTextTags: dropped,
		nestingLimit: deepest,
		enforceHtmlBoundary: false,
		transformTags: {
			...Object.fromEntries(Object.entries(renamed).map(([from, to]) => [from, to])),
			'*': (tagName, attributes) => ({ tagName, attribs: attributesOf(tagName, attributes, rel) }),
		},
		exclusiveFilter: (frame) => {
			if (frame.tag === 'img') return frame.attribs['src'] === undefined;
			const unwrap = (frame.tag === 'span' || frame.tag === 'a') && Object.keys(frame.attribs).length === 0;
			return unwrap ? 'excludeTag' : false;
		},
	};
}

function attributesOf(tagName: string, from: Attributes, rel: string): Attributes {
	const kept: Attributes = {};
	const keep = (name: string, test: RegExp): void => {
		const value = from[name]?.trim();
		if (value !== undefined && test.test(value)) kept[name] = value;
	};
	keep('dir', /^(?:ltr|rtl|auto)$/i);
	if (kept['dir']) kept['dir'] = kept['dir'].toLowerCase();
	keep('lang', /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i);
	const href = withoutControls(from['href'] ?? '').trim();
	if (tagName === 'a' && href !== '' && mayLink(href)) Object.assign(kept, { href, rel });
	const source = withoutControls(from['src'] ?? '').trim();
	if (tagName === 'img' && mayShow(source)) {
		Object.assign(kept, { src: source, alt: from['alt'] ?? '' });
		keep('width', /^[1-9]\d{0,3}$/);
		keep('height', /^[1-9]\d{0,3}$/);
		kept['loading'] = 'lazy';
	}
	if (tagName === 'ol') keep('start', /^-?\d{1,6}$/);
	if (tagName === 'td' || tagName === 'th') {
		keep('colspan', /^[1-9]\d?$/);
		keep('rowspan', /^[1-9]\d{0,2}$/);
	}
	if (tagName === 'th') keep('scope', /^(?:col|row|colgroup|rowgroup)$/);
	return kept;
}

const ugc = rulesFor('noopener ugc');
const editorial = rulesFor('noopener');
