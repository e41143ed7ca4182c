// The tags of an XML text in order, tolerant of what is between them; every step moves forward, so it ends.

export interface Tag {
	kind: 'open' | 'close' | 'empty';
	/** Lower case, with its prefix. */
	name: string;
	start: number;
	/** After the `>`. */
	end: number;
}

/** What was seen on the way. */
export interface Seen {
	declaresEntities: boolean;
	/** A comment, CDATA section or tag that the file ends in. */
	unfinished: boolean;
}

const longestName = 100;
const longestValue = 20_000;

/** Walks the tags, stepping over comments, CDATA, instructions and the document type. */
export function* tagsOf(text: string, seen: Seen): Generator<Tag> {
	let at = text.indexOf('<');
	while (at >= 0) {
		const past = pastNonTag(text, at, seen);
		if (past === -1) {
			seen.unfinished = true;
			return;
		}
		const tag = past === null ? tagAt(text, at) : null;
		if (tag) yield tag;
		at = text.indexOf('<', past ?? tag?.end ?? at + 1);
	}
}

/** After the comment, CDATA, instruction or document type at `at`; -1 when it never ends; null when it is none of them. */
function pastNonTag(text: string, at: number, seen: Seen): number | null {
	const after = (mark: string, from: number): number => {
		const found = text.indexOf(mark, from);
		return found < 0 ? -1 : found + mark.length;
	};
	const next = text[at + 1];
	if (next === '?') return after('>', at + 2);
	if (next !== '!') return null;
	if (text.startsWith('<!--', at)) return after('-->', at + 4);
	if (text.startsWith('<![CDATA[', at)) return after(']]>', at + 9);
	const close = after('>', at);
	const inside = text.slice(at, close < 0 ? undefined : close).indexOf('[');
	if (inside < 0) return close;
	const end = text.indexOf(']', at + inside);
	if (/<!ENTITY/i.test(text.slice(at + inside, end < 0 ? undefined : end))) seen.declaresEntities = true;
	return end < 0 ? -1 : after('>', end);
}

function tagAt(text: string, start: number): Tag | null {
	const closing = text[start + 1] === '/';
	const from = start + (closing ? 2 : 1);
	const written = /^[\p{L}_][^\s/<>]*/u.exec(text.slice(from, from + longestName))?.[0];
	if (written === undefined) return null;
	const end = pastTag(text, from + written.length);
	if (end < 0) return null;
	const kind = closing ? 'close' : text[end - 2] === '/' ? 'empty' : 'open';
	return { kind, name: written.toLowerCase(), start, end };
}

/** After the `>` that ends a tag, stepping over quoted values; -1 when a `<` or the end of the text comes first. */
function pastTag(text: string, from: number): number {
	let at = from;
	while (at < text.length && at - from < longestValue) {
		const char = text[at];
		if (char === '>') return at + 1;
		if (char === '<') return -1;
		const quoted = char === '"' || char === "'" ? text.slice(at + 1, at + longestValue).indexOf(char) : -1;
		at += quoted < 0 ? 1 : quoted + 2;
	}
	return -1;
}
