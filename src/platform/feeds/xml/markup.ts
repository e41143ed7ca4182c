// Elements found inside a text, written again as HTML.
import { joinSet, joinUrl } from '../join.ts';
import { escapeHtml } from '../text.ts';
import { attribute, type Element } from './tree.ts';
import { voids } from './vocabulary.ts';

/** Attributes of HTML that hold addresses (HTML 4, index of attributes; HTML 5 for `poster`). */
const addresses: ReadonlySet<string> = new Set(
	'href src poster cite longdesc usemap action background codebase data classid profile'.split(' '),
);

const isRelative = (address: string): boolean => address !== '' && !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(address);

/** `address` of an attribute counted from `base`; anchors and absolute addresses stay. */
const resolved = (address: string, base: string): string =>
	isRelative(address.trim()) ? joinUrl(base, address) : address;

/** The value of an attribute, with its addresses counted from `base` if it holds any. */
function absolute(name: string, value: string, base: string): string {
	if (name === 'srcset') return joinSet(base, value);
	return addresses.has(name) ? resolved(value, base) : value;
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function startTag(element: Element, base: string): string {
	const isHtml = !/^(?:svg|mathml):/.test(element.name);
	let tag = `<${tagName(element)}`;
	for (let i = 0; i < element.attributes.length; i += 2) {
		const name = element.attributes[i]!;
		const value = element.attributes[i + 1]!;
		if (name === 'xml:base' || (isHtml && name.startsWith('xmlns'))) continue;
		tag += ` ${name}="${escapeHtml(absolute(name.toLowerCase(), value, base))}"`;
	}
	return tag;
}

const tagName = ({ name, written }: Element): string =>
	/^(?:xhtml|svg|mathml):/.test(name) ? written.slice(written.indexOf(':') + 1) : written;

/** The inside of an element as HTML; `base` is the one in force there. `escape`: whether its texts are plain ones. */
export function markupIn(element: Element, base: string, escape: boolean): string {
	let html = '';
	for (const kid of element.kids) {
		if (typeof kid === 'string') {
			html += escape ? escapeText(kid) : kid;
			continue;
		}
		const own = attribute(kid, 'xml:base');
		const inner = own ? joinUrl(base, own) : base;
		const tag = tagName(kid);
		html += startTag(kid, inner);
		html += voids.has(tag.toLowerCase()) ? ' />' : `>${markupIn(kid, inner, escape)}</${tag}>`;
	}
	return html;
}
