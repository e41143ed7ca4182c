// Proposes words for the list from labelled texts: which words, with or without `*`, stand almost only in texts to be held.
// A person reviews them: names of groups, peoples and subjects come up as readily as insults.
import { foldText } from './fold.ts';
import { wordsOf } from './split.ts';
import { type Outline, agrees } from './skeleton.ts';
import { outlinesOf } from './word.ts';

interface LabelledText {
	readonly text: string;
	/** 1: to be looked at by a moderator. */
	readonly label: 0 | 1;
	readonly lang?: string;
}

/** A pattern as the list would hold it, and what speaks for and against it. */
interface Candidate {
	readonly pattern: string;
	readonly match: 'word' | 'skeleton';
	readonly lang: string;
	/** Texts with it that are to be held, and harmless ones. */
	readonly held: number;
	readonly fine: number;
	/** How surely a text with it is to be held, at least, if as many texts were harmless as not (Wilson, 90 %). */
	readonly sure: number;
	/** The forms met, most frequent first. */
	readonly forms: readonly string[];
	/** Some harmless texts with it, cut short. */
	readonly against: readonly string[];
}

interface Form {
	readonly word: string;
	readonly outlines: readonly Outline[];
	readonly held: number[];
	readonly fine: number[];
}

const FEWEST_TEXTS = 3;
/** A stem of as many letters at least may stand for its forms, Arabic ones being shorter. */
const SHORTEST_STEM = { arabic: 3, latin: 4 };
const SHORTEST_BONES = 3;
const Z = 1.28;
const MOST_SHOWN = 8;

/** The lower end of what is known of a share. */
function wilson(hits: number, of: number): number {
	if (of === 0) return 0;
	const share = hits / of;
	const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
	return (share + (Z * Z) / (2 * of) - spread) / (1 + (Z * Z) / of);
}

/** Candidates of each language, surest first; of those that explain the same texts the widest stays. `least`: how sure, 0 to 1. */
export function mineWords(texts: readonly LabelledText[], least = 0.75): Candidate[] {
	const byLang = new Map<string, LabelledText[]>();
	for (const one of texts) {
		const lang = one.lang ?? 'und';
		const there = byLang.get(lang);
		if (there === undefined) byLang.set(lang, [one]);
		else there.push(one);
	}
	return [...byLang].flatMap(([lang, own]) => minedIn(lang, own, least));
}

function minedIn(lang: string, texts: readonly LabelledText[], least: number): Candidate[] {
	const forms = formsOf(texts);
	const held = texts.filter(({ label }) => label === 1).length;
	const even = Math.min(1, (texts.length - held) / Math.max(1, held));
	const made: (Candidate & { places: readonly number[] })[] = [];
	for (const [key, members] of groupsOf(forms)) {
		const [pattern = '', match = 'word'] = key.split(' ');
		const worst = Math.max(
			...members.map((form) => wilson(form.fine.length, form.fine.length + even * form.held.length)),
		);
		const places = [...new Set(members.flatMap((form) => form.held))];
		const fine = [...new Set(members.flatMap((form) => form.fine))];
		const sure = wilson(even * places.length, even * places.length + fine.length);
		if (places.length < FEWEST_TEXTS || sure < least || worst > 1 - least) continue;
		made.push({
			pattern,
			match: match === 'skeleton' ? 'skeleton' : 'word',
			lang,
			held: places.length,
			fine: fine.length,
			sure,
			forms: members
				.toSorted((a, b) => b.held.length - a.held.length)
				.slice(0, MOST_SHOWN)
				.map(({ word }) => word),
			against: fine.slice(0, 2).map((i) => texts[i]!.text.slice(0, 80)),
			places,
		});
	}
	made.sort((a, b) => b.held - a.held || b.pattern.length - a.pattern.length || (a.pattern < b.pattern ? -1 : 1));
	const explained = new Set<number>();
	return made.flatMap(({ places, ...candidate }) => {
		const fresh = places.filter((i) => !explained.has(i)).length;
		if (fresh < FEWEST_TEXTS) return [];
		for (const i of places) explained.add(i);
		return [candidate];
	});
}

/** Each written word once a text, with the texts it stands in. */
function formsOf(texts: readonly LabelledText[]): Form[] {
	const forms = new Map<string, Form>();
	for (const [i, { text, label }] of texts.entries()) {
		const here = new Set<string>();
		for (const read of wordsOf(foldText(text))) {
			const { kind, collapsed, plain, stretched } = read;
			const word = stretched ? collapsed : plain;
			if (kind !== 'written' || here.has(word) || word.length < 3 || !/\p{L}/u.test(word)) continue;
			here.add(word);
			let form = forms.get(word);
			if (form === undefined) forms.set(word, (form = { word, outlines: outlinesOf(read), held: [], fine: [] }));
			(label === 1 ? form.held : form.fine).push(i);
		}
	}
	return [...forms.values()];
}

/** The forms under each pattern that could stand for them: the word, its beginnings and ends with `*`, its skeleton. */
function groupsOf(forms: readonly Form[]): Map<string, Form[]> {
	const groups = new Map<string, Form[]>();
	const add = (key: string, form: Form): void => {
		const there = groups.get(key);
		if (there === undefined) groups.set(key, [form]);
		else there.push(form);
	};
	const byBones = new Map<string, Form[]>();
	for (const form of forms) {
		const { word, outlines } = form;
		add(`${word} word`, form);
		const shortest = /\p{Script=Arabic}/u.test(word) ? SHORTEST_STEM.arabic : SHORTEST_STEM.latin;
		for (let length = shortest; length <= word.length; length += 1) {
			add(`${word.slice(0, length)}* word`, form);
			add(`*${word.slice(-length)} word`, form);
		}
		for (const { consonants } of outlines) {
			const there = byBones.get(consonants);
			if (there === undefined) byBones.set(consonants, [form]);
			else if (!there.includes(form)) there.push(form);
		}
	}
	for (const [bones, near] of byBones) {
		if (bones.length < SHORTEST_BONES || near.length < 2) continue;
		for (const form of near) {
			if (form.held.length < 2) continue;
			const [listed] = form.outlines;
			if (listed === undefined || listed.consonants !== bones) continue;
			for (const other of near)
				if (other.outlines.some((outline) => agrees(listed, outline))) add(`${form.word} skeleton`, other);
		}
	}
	for (const [key, members] of groups) if (key.includes('*') && members.length < 2) groups.delete(key);
	return groups;
}
