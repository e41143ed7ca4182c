// One element of a feed as read, and the questions the reader asks it.
import { joinUrl } from '../join.ts';
import { canonicalName, type Names } from './names.ts';

export interface Element {
	/** Canonical: lower case, known namespaces under their usual prefix. */
	name: string;
	/** As in the file. */
	written: string;
	/** Names and decoded values in turn, as written. */
	attributes: readonly string[];
	/** Text (decoded) and elements in order. */
	kids: (string | Element)[];
	parent: Element | null;
	names: Names;
	/** Closed by its own end tag, or empty. */
	closed: boolean;
}

/** The value of an attribute, case ignored; undefined when absent. `rdf:about` is found whatever `rdf` is called there. */
export function attribute(element: Element, name: string): string | undefined {
	const { attributes } = element;
	for (let i = 0; i < attributes.length; i += 2)
		if (attributes[i] === name || attributes[i]!.toLowerCase() === name) return attributes[i + 1];
	if (!name.startsWith('rdf:')) return undefined;
	for (let i = 0; i < attributes.length; i += 2)
		if (attributes[i]!.includes(':') && canonicalName(attributes[i]!, element.names) === name) return attributes[i + 1];
	return undefined;
}

export function* elementsIn(element: Element): Generator<Element> {
	for (const kid of element.kids) if (typeof kid !== 'string') yield kid;
}

/** The first child of that name. */
export function childOf(element: Element, name: string): Element | undefined {
	for (const kid of element.kids) if (typeof kid !== 'string' && kid.name === name) return kid;
	return undefined;
}

/** All text below an element, markup left out. Depth is bounded by the builder. */
export function textIn(element: Element): string {
	const only = element.kids[0];
	if (element.kids.length === 1 && typeof only === 'string') return only.trim();
	let text = '';
	for (const kid of element.kids) text += typeof kid === 'string' ? kid : textIn(kid);
	return text.trim();
}

/** Text of a child, or undefined where it is absent or empty. */
export const childText = (element: Element, name: string): string | undefined => {
	const child = childOf(element, name);
	return child ? textIn(child) || undefined : undefined;
};

/** The base of relative addresses at an element (XML Base, 4.2), `outer` being that of the document. */
export function baseAt(element: Element | null, outer: string): string {
	if (element === null) return outer;
	const written = attribute(element, 'xml:base') ?? attribute(element, 'base');
	const above = baseAt(element.parent, outer);
	return written === undefined || written.trim() === '' ? above : joinUrl(above, written);
}

/** The language in force at an element (`xml:lang`), or undefined. */
export function languageAt(element: Element | null): string | undefined {
	for (let at = element; at; at = at.parent) {
		const written = attribute(at, 'xml:lang') ?? attribute(at, 'lang');
		if (written !== undefined) return written || undefined;
	}
	return undefined;
}
