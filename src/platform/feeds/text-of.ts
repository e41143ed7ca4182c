// The value of an element that holds a text: plain, escaped HTML, markup, or base64, as each format writes it.
import { strictUtf8 } from './decode.ts';
import { withAbsoluteUrls } from './urls.ts';
import { withoutC1 } from './xml/entities.ts';
import { markupIn } from './xml/markup.ts';
import { attribute, baseAt, childOf, type Element } from './xml/tree.ts';

export interface Text {
	value: string;
	/** The value is HTML; otherwise plain text. */
	html: boolean;
}

const short: Readonly<Record<string, string>> = {
	text: 'text/plain',
	plain: 'text/plain',
	xml: 'application/xml',
	html: 'text/html',
	xhtml: 'application/xhtml+xml',
};

/**
 * The text of an element. `usual` is the type when none is written. Sources: RFC 4287 (3.1, 4.1.3); Atom 0.3 (`mode`);
 * RSS, where plain and HTML look alike and only the value tells. Undefined when it is empty, or content of another kind.
 */
export function textOf(element: Element, usual: 'text' | 'html', documentBase: string): Text | undefined {
	const written = attribute(element, 'type')?.trim().toLowerCase() || usual;
	const type = (short[written] ?? written).replace(/;.*/, '');
	const base = baseAt(element, documentBase);
	const holdsMarkup = element.kids.some((kid) => typeof kid !== 'string');
	let html = /html/.test(type);
	let value: string;
	if (holdsMarkup) {
		const inner = /xhtml/.test(type) ? withoutDiv(element) : element;
		const escaped =
			!/xhtml|xml$/.test(type) && element.kids.some((kid) => typeof kid === 'string' && looksLikeHtml(kid));
		value = markupIn(inner, inner === element ? base : baseAt(inner, documentBase), !escaped);
		html = true;
	} else {
		value = element.kids.join('');
		const mode = attribute(element, 'mode')?.trim().toLowerCase();
		const coded = isBase64(mode, type);
		if (coded) value = fromBase64(value) ?? value;
		if (type === 'text/plain' && usual === 'text' && attribute(element, 'type') === undefined && looksLikeHtml(value))
			html = true;
		if (/xhtml/.test(type) && !coded && mode !== 'escaped')
			value = value.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
	}
	value = withoutSection(withoutC1(value).trim());
	if (value === '') return undefined;
	return { value: html && !holdsMarkup ? withAbsoluteUrls(value, base) : value, html };
}

/** Marks of a section that were themselves escaped, or put in another section, belong to no text. */
function withoutSection(text: string): string {
	if (!text.startsWith('<![CDATA[')) return text;
	const inner = text.slice(9);
	const end = inner.lastIndexOf(']]>');
	return (end >= 0 && inner.slice(end + 3).trim() === '' ? inner.slice(0, end) : inner)
		.replace(/\s*\]\]>\s*$/, '')
		.trim();
}

/** XHTML content stands in one `div` that is no part of it (RFC 4287, 3.1.1.3). */
function withoutDiv(element: Element): Element {
	const whole = element.kids.filter((kid) => typeof kid !== 'string' || kid.trim() !== '');
	const div = childOf(element, 'xhtml:div') ?? childOf(element, 'div');
	return div && whole.length === 1 && whole[0] === div ? div : element;
}

const isBase64 = (mode: string | undefined, type: string): boolean =>
	mode === 'base64' || (type.includes('/') && !/^(?:text|multipart|message)\/|[+/]xml$/.test(type));

function fromBase64(text: string): string | null {
	if (!/^[a-z\d+/\s]+={0,2}\s*$/i.test(text)) return null;
	try {
		return strictUtf8(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
	} catch {
		return null;
	}
}

/** A plain text with an end tag, an empty HTML element or a reference was meant as HTML. */
export const looksLikeHtml = (text: string): boolean =>
	/<\/[a-z][a-z\d]{0,20}\s*>|<(?:br|hr|img)[\s/>]|&#?\w{1,10};/i.test(text);
