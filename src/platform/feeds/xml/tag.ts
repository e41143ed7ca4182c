// One tag read from a text: its name and attributes, however badly quoted.
import { type Declared, decodeReferences } from './entities.ts';

export interface StartTag {
	written: string;
	attributes: string[];
	/** Ends in `/>`. */
	empty: boolean;
	/** After the `>`. */
	end: number;
}

const name = /[\p{L}_][^\s/<>="']*/uy;
const attribute =
	/[\s/]*([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"]*)"(?=[\s/>?])|'([^']*)'(?=[\s/>?])|["']?((?:[^\s>"'</]|\/(?!>))*)["']?))?/y;
const none: string[] = [];
const atMost = 400;

/** The name at `at`, or '' when no name starts there. */
export function nameAt(text: string, at: number): string {
	name.lastIndex = at;
	return name.exec(text)?.[0] ?? '';
}

/** The start tag whose `<` is at `start`, or null when there is none or it never ends. */
export function startTagAt(text: string, start: number, declared: Declared): StartTag | null {
	const written = nameAt(text, start + 1);
	if (written === '') return null;
	let at = start + 1 + written.length;
	if (text.charCodeAt(at) === 62) return { written, attributes: none, empty: false, end: at + 1 };
	const attributes: string[] = [];
	while (attributes.length < atMost) {
		attribute.lastIndex = at;
		const found = attribute.exec(text);
		if (!found) break;
		at = attribute.lastIndex;
		attributes.push(found[1]!, decodeReferences(found[2] ?? found[3] ?? found[4] ?? '', declared));
	}
	return endOf(text, at, { written, attributes });
}

/** Past stray quotes and slashes to the `>`; a `<` before it means that the `>` was forgotten. */
function endOf(text: string, from: number, tag: Pick<StartTag, 'written' | 'attributes'>): StartTag | null {
	let at = from;
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 62) return { ...tag, empty: text.charCodeAt(at - 1) === 47, end: at + 1 };
		if (code === 60) return { ...tag, empty: false, end: at };
	}
	return null;
}
