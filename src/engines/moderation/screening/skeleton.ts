// The consonant skeleton, where Arabic script and Arabizi meet: حمار, 7mar and hmar are one word. Pure.

/** Consonants in Arabic letters, and what vowels stand before, between and after them, as bits (A 1, U 2, I 4). */
export interface Outline {
	readonly consonants: string;
	readonly vowels: readonly number[];
	readonly script: 'arabic' | 'latin';
}

const A = 1;
const U = 2;
const I = 4;

/** Emphatics join their plain twins, ه joins ح (written h by many). ق stays apart from ك: قلب is a heart. */
const FROM_ARABIC: ReadonlyMap<string, string | number> = new Map<string, string | number>([
	['ا', A],
	['و', U],
	['ي', I],
	['ب', 'ب'],
	['ت', 'ت'],
	['ث', 'ت'],
	['ط', 'ت'],
	['ج', 'ج'],
	['ح', 'ح'],
	['ه', 'ح'],
	['خ', 'خ'],
	['د', 'د'],
	['ذ', 'د'],
	['ض', 'د'],
	['ظ', 'د'],
	['ر', 'ر'],
	['ز', 'ز'],
	['س', 'س'],
	['ص', 'س'],
	['ش', 'ش'],
	['ع', 'ع'],
	['غ', 'غ'],
	['ف', 'ف'],
	['ق', 'ق'],
	['ك', 'ك'],
	['ل', 'ل'],
	['م', 'م'],
	['ن', 'ن'],
]);

const FROM_LATIN: ReadonlyMap<string, string | number> = new Map<string, string | number>([
	['a', A],
	['2', A],
	['o', U],
	['u', U],
	['w', U],
	['e', I],
	['i', I],
	['y', I],
	['tch', 'ش'],
	['ch', 'ش'],
	['sh', 'ش'],
	['kh', 'خ'],
	['gh', 'غ'],
	['th', 'ت'],
	['dh', 'د'],
	['b', 'ب'],
	['d', 'د'],
	['f', 'ف'],
	['g', 'ق'],
	['h', 'ح'],
	['j', 'ج'],
	['k', 'ك'],
	['l', 'ل'],
	['m', 'م'],
	['n', 'ن'],
	['q', 'ق'],
	['r', 'ر'],
	['s', 'س'],
	['t', 'ت'],
	['z', 'ز'],
	['3', 'ع'],
	['5', 'خ'],
	['6', 'ت'],
	['7', 'ح'],
	['8', 'غ'],
	['9', 'ق'],
]);

/** Latin letters that write Arabic: no c outside ch, no p, v or x. "club" is not كلب. */
const ARABIZI = /^(?:ch|[abd-oq-uwyz235-9])+$/u;
const ARABIC = /^[ء-ي]+$/u;

const MOST_REMEMBERED = 8192;
const known = new Map<string, Outline | null>();

/** The outline of one folded word, or null when it is neither Arabic script nor possible Arabizi. Common words are remembered. */
export function outlineOf(word: string): Outline | null {
	const remembered = known.get(word);
	if (remembered !== undefined) return remembered;
	const made = outlineAfresh(word);
	if (known.size < MOST_REMEMBERED && word.length < 20) known.set(word, made);
	return made;
}

function outlineAfresh(word: string): Outline | null {
	if (ARABIC.test(word)) return outline(word.replace(/ه$/u, ''), FROM_ARABIC, 'arabic');
	if (ARABIZI.test(word)) return outline(word.replace(/(?<=[aeiou])h$/u, ''), FROM_LATIN, 'latin');
	return null;
}

function outline(word: string, table: ReadonlyMap<string, string | number>, script: 'arabic' | 'latin'): Outline {
	let consonants = '';
	let latest = '';
	const vowels = [0];
	for (let i = 0; i < word.length;) {
		const width = script === 'arabic' ? 1 : widthAt(word, i);
		const sound = table.get(word.slice(i, i + width));
		const last = vowels.length - 1;
		if (typeof sound === 'number') vowels[last] = (vowels[last] ?? 0) | sound;
		else if (sound !== undefined && !(sound === latest && vowels[last] === 0)) {
			consonants += sound;
			latest = sound;
			vowels.push(0);
		}
		i += width;
	}
	return { consonants, vowels, script };
}

function widthAt(word: string, i: number): 1 | 2 | 3 {
	if (FROM_LATIN.has(word.slice(i, i + 3)) && i + 3 <= word.length) return 3;
	return FROM_LATIN.has(word.slice(i, i + 2)) && i + 2 <= word.length ? 2 : 1;
}

/**
 * Whether a word may be the listed one: same consonants (`open`: the listed one may go on), and vowels that do not contradict.
 * A vowel before the first consonant must be in both (أحمر is red, حمار an ass). Arabic writes its long vowels, so two words
 * in Arabic script must have the same (زميل is a colleague); Latin letters may leave all of them out, not just some.
 */
export function agrees(listed: Outline, word: Outline, open = false): boolean {
	if (open ? !word.consonants.startsWith(listed.consonants) : word.consonants !== listed.consonants) return false;
	if ((listed.vowels[0] === 0) !== (word.vowels[0] === 0)) return false;
	const inner = listed.vowels.slice(1, -1).map((vowels, i): [number, number] => [vowels, word.vowels[i + 1] ?? 0]);
	if (listed.script === 'arabic' && word.script === 'arabic') return inner.every(([a, b]) => a === b);
	const clash = inner.some(([a, b]) => a !== 0 && b !== 0 && (a & b) === 0);
	if (clash || listed.script === word.script) return !clash;
	const [arabic, latin] = listed.script === 'arabic' ? [0, 1] : [1, 0];
	const bare = inner.every((pair) => pair[latin] === 0);
	return bare || inner.every((pair) => pair[arabic] === 0 || pair[latin] !== 0);
}
