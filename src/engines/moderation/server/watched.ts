// The list of words screening looks for in a space: its own and those above, with the starting list or what is kept of it.
import type { Tx } from '#platform/server/db.ts';
import { defaultWords, type WordEntry } from '../screening/index.ts';
import type { ScreeningSetting } from '../screening-setting.ts';
import './schema.ts';

/** The starting list by language, in the order of its file; `ary` stands for Moroccan Arabic. */
export const startingLists = [...new Set(defaultWords.map(({ lang }) => lang ?? ''))].map((lang) => ({
	lang,
	patterns: defaultWords.filter((word) => word.lang === lang).map(({ pattern }) => pattern),
}));

const most = 100;
/** By content: the look-up form of a list is made once an array. */
const made = new Map<string, readonly WordEntry[]>();
const none: readonly WordEntry[] = [];

function keptAs(key: string, make: () => readonly WordEntry[]): readonly WordEntry[] {
	const kept = made.get(key);
	if (kept) return kept;
	const list = make();
	if (made.size >= most) made.delete(made.keys().next().value!);
	made.set(key, list);
	return list;
}

/** Own words and those of the starting list that are watched; the same list is the same array. */
export function watchedList(
	own: readonly WordEntry[],
	{ defaultWords: on, exempt }: Pick<ScreeningSetting, 'defaultWords' | 'exempt'>,
): readonly WordEntry[] {
	if (own.length === 0 && on && exempt.length === 0) return defaultWords;
	const key = JSON.stringify([on, exempt, own.map(({ pattern, match }) => [pattern, match])]);
	return keptAs(key, () => {
		const not = new Set([...exempt, ...own.map(({ pattern }) => pattern)]);
		return [...own, ...(on ? defaultWords.filter(({ pattern }) => !not.has(pattern)) : [])];
	});
}

/** Words of the starting list that are not watched here, nor listed by the space itself; the same list is the same array. */
export function exemptList(
	own: readonly WordEntry[],
	{ defaultWords: on, exempt }: Pick<ScreeningSetting, 'defaultWords' | 'exempt'>,
): readonly WordEntry[] {
	const watched = new Set(own.map(({ pattern }) => pattern));
	if (!on && watched.size === 0) return defaultWords;
	const not = new Set(on ? exempt : defaultWords.map(({ pattern }) => pattern));
	const patterns = [...not].filter((pattern) => !watched.has(pattern));
	if (patterns.length === 0) return none;
	return keptAs(`not ${JSON.stringify(patterns)}`, () =>
		defaultWords.filter(({ pattern }) => patterns.includes(pattern)),
	);
}

/** The words of these spaces, all of them. */
export const wordsOf = (tx: Tx, spaces: readonly string[]) =>
	tx
		.selectFrom('watched_word')
		.select(['pattern', 'match'])
		.where('space_id', 'in', spaces)
		.orderBy('pattern')
		.orderBy('match')
		.execute();
