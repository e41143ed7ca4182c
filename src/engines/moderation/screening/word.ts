// One word of a text with every form under which it may be recognised.
import type { Span, Units } from './fold.ts';
import { ARABIC, DIGIT, kindOf, LATIN, LETTER, limited, LOOKALIKE, SIGN, STAR } from './letters.ts';
import type { Outline } from './skeleton.ts';
import { outlineOf } from './skeleton.ts';
import { CONFUSABLES, LEET } from './tables.ts';

/** `written`: as it stands; `joined`: punctuation inside it left out; `spaced`: single letters drawn together. */
export type WordKind = 'written' | 'joined' | 'spaced';

export interface Word extends Span {
	readonly kind: WordKind;
	/** Folded letters, runs cut to two. */
	readonly plain: string;
	/** The same, runs cut to one. */
	readonly collapsed: string;
	/** The letters were drawn out (three in a row, or two twice), so that `collapsed` may be compared. */
	readonly stretched: boolean;
	/** Other readings: leet decoded, article taken off. */
	readonly readings: readonly string[];
	/** With each starred-out letter as `*`; null when there is none. */
	readonly starred: string | null;
	/** Without its Arabic article; null when it has none. */
	readonly bare: string | null;
	/** Place of each letter of `raw` in the original, for readers of a part of a spaced word. */
	readonly raw: readonly string[];
	readonly places: readonly number[];
}

/** Builds a word from the units at `places` (ascending). Signs among them are read only as leet, stars only as unknown letters. */
export function wordFrom(units: Units, places: readonly number[], kind: WordKind): Word {
	const all: string[] = [];
	let script = 0;
	for (const place of places) {
		all.push(units.chars[place] ?? '');
		script |= units.kinds[place] ?? 0;
	}
	const mixed = (script & LATIN) !== 0 && (script & LOOKALIKE) !== 0;
	const seen = mixed ? all.map((char) => CONFUSABLES.get(char) ?? char) : all;
	const solid = (script & (SIGN | STAR)) === 0;
	const kept = solid ? null : [...seen.keys()].filter((i) => (kindOf(seen[i] ?? '') & (LETTER | DIGIT)) !== 0);
	const raw = kept === null ? seen : kept.map((i) => seen[i] ?? '');
	const letters = raw.join('');
	const plain = limited(letters, 2);
	const collapsed = limited(letters, 1);
	const first = places[0] ?? 0;
	const last = places.at(-1) ?? first;
	const bare = (script & ARABIC) !== 0 ? withoutArticle(plain) : null;
	return {
		kind,
		start: units.starts[first] ?? 0,
		end: units.ends[last] ?? 0,
		plain,
		collapsed,
		stretched: collapsed !== letters && isStretched(letters),
		readings: [...leetReadings(seen, script), ...(bare === null ? [] : [bare])],
		starred: (script & STAR) === 0 ? null : starredFrom(seen),
		bare,
		raw,
		places: kept === null ? places : kept.map((i) => places[i] ?? 0),
	};
}

/** How it sounds in either script, with its article and without. */
export function outlinesOf({ plain, bare }: Word): Outline[] {
	const outlines: Outline[] = [];
	for (const form of [plain, bare, latinWithoutArticle(plain)]) {
		const found = form === null ? null : outlineOf(limited(form, 1));
		if (found !== null) outlines.push(found);
	}
	return outlines;
}

function isStretched(letters: string): boolean {
	return /(\p{L})\1\1|([اوي])\2|(\p{L})\3.*(\p{L})\4/u.test(letters);
}

/** Latin words with signs for letters. 2 3 5 6 7 8 9 alone are Arabic letters and stay; 0 1 4 @ $ ! | € betray leet. */
function leetReadings(chars: readonly string[], script: number): string[] {
	if ((script & LATIN) === 0 || (script & ARABIC) !== 0 || (script & (DIGIT | SIGN)) === 0) return [];
	if (!chars.some((char) => '014@$!|€£'.includes(char))) return [];
	const read = (one: string) => {
		const letters = chars.map((char) => ('1!|'.includes(char) ? one : (LEET.get(char) ?? char)));
		return limited(letters.filter((char) => (kindOf(char) & LETTER) !== 0).join(''), 2);
	};
	return chars.some((char) => '1!|'.includes(char)) ? [read('i'), read('l')] : [read('i')];
}

function starredFrom(chars: readonly string[]): string | null {
	const kept = chars.filter((char) => (kindOf(char) & (LETTER | DIGIT | STAR)) !== 0);
	const out = kept.map((char) => ((kindOf(char) & STAR) !== 0 ? '*' : char)).join('');
	return out.startsWith('*') ? null : out;
}

/** و ف ب ك ل before ال, or لل. */
function withoutArticle(word: string): string | null {
	const match = /^(?:[وف]?[بك]?ال|[وف]?لل)(\p{L}{2,})$/u.exec(word);
	return match?.[1] ?? null;
}

function latinWithoutArticle(word: string): string | null {
	if (!/^(?:e|a)?l/u.test(word)) return null;
	return /^(?:el|al|l)([^aeiouy].*)$/u.exec(word)?.[1] ?? null;
}
