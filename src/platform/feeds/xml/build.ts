// Reads an XML feed, well-formed or not, into elements: entries one at a time, the rest as one frame.
import { declaredIn, decodeReferences, noneDeclared } from './entities.ts';
import { finder } from './find.ts';
import { canonicalName, type Names, noNames, withDeclared } from './names.ts';
import { nameAt, type StartTag, startTagAt } from './tag.ts';
import { attribute, type Element } from './tree.ts';
import {
	ending,
	entryNames,
	leaves,
	lines,
	repeating,
	rootNames,
	structural,
	textElements,
	voids,
} from './vocabulary.ts';

export interface Built {
	/** The root element; an empty one where entries stand without any. Null: no feed. */
	root: Element | null;
	/** Elements went deeper than is kept; their text is kept all the same. */
	deep: boolean;
	/** Some element, comment or section was still open when another or the text ended. */
	unclosed: boolean;
	declaresEntities: boolean;
}

/** More levels than any published feed has, though Atom may hold whole XHTML pages. */
const maxDepth = 200;
/** Elements kept of one entry, or of the frame. */
const maxElements = 50_000;
const maxEntries = 100_000;
/** Characters of a document type that are looked at. */
const maxSubset = 100_000;

const holdsXml = (element: Element): boolean => /xhtml|xml/.test(attribute(element, 'type') ?? '');

/** Whether a feed or entry may stand within: `application/atom+xml` (RFC 4287, 4.1.3.3), `inline` as OData writes it. */
const holdsFeeds = (element: Element): boolean => {
	const type = attribute(element, 'type') ?? '';
	return (type.endsWith('xml') && !type.includes('xhtml')) || element.name.endsWith(':inline');
};

/** Where the declarations of a document type end (`]>`); comments and values of entities may hold the same signs. */
function endOfSubset(text: string, bracket: number): { from: number; to: number } | null {
	const part =
		/<!--[^]{0,5000}?-->|<!ENTITY\s{1,20}[\w.:-]{1,60}\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}')\s{0,20}>|\]\s{0,100}>/gi;
	part.lastIndex = bracket;
	for (let found = part.exec(text); found !== null; found = part.exec(text))
		if (found[0].startsWith(']')) return { from: found.index, to: part.lastIndex };
	return null;
}

/** Calls `onEntry` for each `item` or `entry`, in order; `cut` when the text ends inside it. Every step moves forward. */
export function build(text: string, onEntry: (entry: Element, cut: boolean) => void): Built {
	const built: Built = { root: null, deep: false, unclosed: false, declaresEntities: false };
	const stack: Element[] = [];
	let declared = noneDeclared();
	let entry: Element | null = null;
	/** Outermost open element that holds a text. */
	let holder: Element | null = null;
	let elements = 0;
	let frameElements = 0;
	let entries = 0;
	/** Open elements beyond the kept depth or number. */
	let over = 0;
	let seenType = false;
	const next = finder(text);
	const endOf = (element: Element, from: number): number => next(`</${element.written}`, from);

	function popTo(depth: number, byEndTag: boolean): void {
		while (stack.length > depth) {
			const element = stack.pop()!;
			element.closed = byEndTag && stack.length === depth;
			if (!element.closed && !(holder && holder !== element)) built.unclosed ||= !leaves.has(element.name);
			if (element === holder) holder = null;
			if (element === entry) {
				onEntry(element, false);
				entry = null;
				elements = frameElements;
			}
		}
	}

	/** Text at the element in hand: inside texts every space counts, elsewhere blanks do not. */
	function addText(from: number, to: number, literal: boolean): void {
		const top = stack[stack.length - 1];
		if (!top || from >= to) return;
		if (holder === null) {
			let at = from;
			while (at < to && text.charCodeAt(at) <= 32) at++;
			if (at === to) return;
		}
		const piece = text.slice(from, to);
		top.kids.push(literal ? piece : decodeReferences(piece, declared));
	}

	function open(tag: StartTag, start: number): void {
		if (over > 0) {
			// An entry is found however deep it stands: all around it counts as closed.
			if (!beginsEntry(tag.written)) {
				if (!tag.empty) over++;
				return;
			}
			over = 0;
			popTo(entry ? stack.indexOf(entry) : 2, false);
		}
		const top = stack[stack.length - 1];
		const outer: Names = top?.names ?? noNames;
		const names = tag.attributes.length > 0 ? withDeclared(outer, tag.attributes, !top) : outer;
		const name = canonicalName(tag.written, names);
		// After the end of a feed with entries nothing belongs to it.
		const isOver = built.root?.closed === true && entries > 0;
		const isPart = !top && !isOver && (entryNames.has(name) || name.startsWith('podcast:'));
		if (!top && !rootNames.has(name) && !isPart) return;
		if (isPart) {
			// Entries without a root, or elements of a podcast: one is put around them.
			const around: Element = { name: 'rss', written: '', attributes: [], kids: [], parent: null, names, closed: true };
			built.root ??= around;
			stack.push(around);
			built.unclosed = true;
		}
		if (holder) endForgottenText(name, start);
		else if (top && endsBefore(name, top)) popTo(stack.length - 1, false);
		const isEntry = !holder && entryNames.has(name);
		// An entry starts inside the one before: that one was not closed.
		if (isEntry && entry) popTo(stack.indexOf(entry), false);
		if (holder && repeating.has(name) && stack[stack.length - 1]?.name === name) stack.pop();
		if (stack.length >= maxDepth || (!isEntry && elements >= maxElements)) {
			built.deep ||= stack.length >= maxDepth;
			if (!tag.empty && !voids.has(name)) over = 1;
			return;
		}
		const parent = stack[stack.length - 1] ?? null;
		const { written, attributes } = tag;
		const element: Element = { name, written, attributes, kids: [], parent, names, closed: tag.empty };
		if (!parent) built.root ??= element;
		// CDF writes texts as attributes: `<Title VALUE="…"/>` (W3C Note 9 March 1997).
		const value = built.root?.name === 'channel' && tag.empty ? attribute(element, 'value') : undefined;
		if (value !== undefined) element.kids.push(value);
		if (isEntry) {
			if (entries++ >= maxEntries) return;
			if (tag.empty) onEntry(element, false);
			else {
				entry = element;
				frameElements = elements;
				elements = 0;
			}
		} else parent?.kids.push(element);
		elements++;
		// `<link/>https://…`: what passed through an HTML tool.
		if (
			tag.empty &&
			!holder &&
			name === 'link' &&
			attributes.length === 0 &&
			/^\s*https?:/.test(text.slice(tag.end, tag.end + 200))
		)
			return void stack.push(element);
		if (tag.empty || (holder && voids.has(name))) return;
		stack.push(element);
		if (!holder && (textElements.has(name) || name.endsWith(':inline'))) holder = element;
	}

	/** An element that holds attributes only, or one line, has no place for the next one. */
	const endsBefore = (name: string, top: Element): boolean =>
		(leaves.has(top.name) && (top.attributes.length > 0 || top.closed)) ||
		(lines.has(top.name) && (structural.has(name) || name === 'link' || name === 'title'));

	/** Whether the tag begins an entry: no text holds one, unless it says that it is XML. */
	const beginsEntry = (written: string): boolean =>
		entryNames.has(canonicalName(written, stack[stack.length - 1]?.names ?? noNames)) && !(holder && holdsXml(holder));

	/** A text that is not closed before its entry ends, ends where the next element of the entry starts. */
	function endForgottenText(name: string, start: number): void {
		if (!holder || (holdsFeeds(holder) && endOf(holder, start) < Infinity)) return;
		if (!(structural.has(name) || ending.has(name) || name.startsWith('podcast:'))) return;
		if (entryNames.has(name) && !holdsXml(holder)) return popTo(stack.indexOf(holder), false);
		const own = endOf(holder, start);
		const outside = entry ? endOf(entry, start) : Infinity;
		// `<title>a<title>b</title>`: the one end tag belongs to the second.
		const taken = name === holder.name && endOf(holder, own + 1) > outside;
		if (own > outside || own === Infinity || taken) popTo(stack.indexOf(holder), false);
	}

	function close(written: string): void {
		if (over > 0) {
			over--;
			return;
		}
		const top = stack.length - 1;
		for (let at = top; at >= 0; at--) {
			const element = stack[at]!;
			if (element.written.length !== written.length) continue;
			if (element.written !== written && element.written.toLowerCase() !== written.toLowerCase()) continue;
			popTo(at, true);
			return;
		}
	}

	/** Comments, CDATA, instructions and the document type at `start`; answers where the text goes on. */
	function special(start: number): number {
		if (text.startsWith('<!--', start)) return Math.min(past('-->', start + 4), past('>', start + 4, '-->'));
		if (/^<!\[cdata\[$/i.test(text.slice(start, start + 9))) return section(start);
		if (text.startsWith('<?', start)) {
			// An instruction may hold `>`, but is often closed by it.
			const end = next('?>', start + 2);
			return end < next('<', start + 1) ? end + 2 : past('>', start + 2);
		}
		const close = past('>', start);
		const bracket = text.slice(start, Math.min(close, start + 2_000)).indexOf('[');
		if (bracket < 0 || built.root || seenType) return close;
		seenType = true;
		const found = endOfSubset(text, start + bracket);
		const subset = text.slice(start + bracket, Math.min(found?.from ?? text.length, start + maxSubset));
		built.declaresEntities = /<!ENTITY/i.test(subset);
		declared = declaredIn(subset);
		return found?.to ?? close;
	}

	function section(start: number): number {
		const end = next(']]>', start + 9);
		const top = stack[stack.length - 1];
		// Without its end a section lasts as long as its element.
		const stop = end < Infinity ? end : Math.min(top ? endOf(top, start + 9) : Infinity, text.length);
		addText(start + 9, stop, true);
		built.unclosed ||= end === Infinity;
		return end < Infinity ? end + 3 : stop;
	}

	/** After the next `mark`; the end of the text when there is none (or none of `other`, for which it stands in). */
	function past(mark: string, from: number, other = mark): number {
		if (other !== mark && next(other, from) < Infinity) return Infinity;
		const found = next(mark, from);
		if (found === Infinity && other === mark) built.unclosed = true;
		return found === Infinity ? text.length : found + mark.length;
	}

	let at = 0;
	let textFrom = 0;
	while (at < text.length) {
		const lt = text.indexOf('<', at);
		if (lt < 0) break;
		const mark = text.charCodeAt(lt + 1);
		if (mark === 33 || mark === 63) {
			addText(textFrom, lt, false);
			at = textFrom = special(lt);
			continue;
		}
		if (mark === 47) {
			const written = nameAt(text, lt + 2);
			if (written !== '' || text.charCodeAt(lt + 2) === 62) {
				addText(textFrom, lt, false);
				close(written);
				const from = lt + 2 + written.length;
				at = textFrom = Math.min(next('<', from), next('>', from) + 1, text.length);
				continue;
			}
		} else {
			const tag = startTagAt(text, lt, declared);
			if (tag) {
				addText(textFrom, lt, false);
				open(tag, lt);
				at = textFrom = tag.end;
				continue;
			}
		}
		at = lt + 1;
	}
	// A tag of which only the beginning is there.
	addText(textFrom, text.length - (/<\/?$/.exec(text.slice(-2))?.[0].length ?? 0), false);
	if (entry) {
		stack.length = 0;
		built.unclosed = true;
		onEntry(entry, true);
	} else if (stack.length > 0) built.unclosed = true;
	return built;
}
