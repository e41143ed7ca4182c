// The tables of folding: which letters people (and their keyboards) use for which. Small on purpose; each row is a fact of writing.

/** Persian, Urdu and Maghrebi letters, hamza seats and dotless forms to the Arabic letter they stand for. */
export const ARABIC_FOLDS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		ا: 'ٱٲٳٵ',
		ك: 'کڪ',
		ي: 'یىېےۍێ',
		ه: 'ہۂھەۀۃة',
		// The sound g: گ ڭ ݣ in Morocco, ڨ in Tunisia and Algeria. Latin letters write it g, city Arabic says ق.
		ق: 'گڭݣڨٯ',
		ف: 'ڤڥڡ',
		ب: 'پٮ',
		ش: 'چ',
		ن: 'ں',
	}).flatMap(([letter, forms]) => [...forms].map((form): [string, string] => [form, letter])),
);

/** Letters that carry nothing once folded: hamza on its own, tatweel, Hangul fillers. */
export const DROPPED: ReadonlySet<string> = new Set(['ء', 'ٴ', 'ـ', '\u115f', '\u1160', '\u3164', '\uffa0']);

/** Latin letters without a decomposition, folded wherever they stand. */
export const LATIN_FOLDS: ReadonlyMap<string, string> = new Map([
	['ı', 'i'],
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['ł', 'l'],
	['đ', 'd'],
	['ɑ', 'a'],
	['ɡ', 'g'],
	['ɪ', 'i'],
	['ʀ', 'r'],
	['ᴀ', 'a'],
	['ʙ', 'b'],
	['ᴄ', 'c'],
	['ᴅ', 'd'],
	['ᴇ', 'e'],
	['ʜ', 'h'],
	['ᴋ', 'k'],
	['ʟ', 'l'],
	['ᴍ', 'm'],
	['ɴ', 'n'],
	['ᴏ', 'o'],
	['ᴘ', 'p'],
	['ꜱ', 's'],
	['ᴛ', 't'],
	['ᴜ', 'u'],
	['ᴠ', 'v'],
	['ᴡ', 'w'],
	['ᴢ', 'z'],
]);

const pairs = (from: string, to: string) =>
	[...from].map((letter, i): [string, string] => [letter, [...to][i] ?? letter]);

/** Cyrillic, Greek and Armenian letters that look Latin. Used only inside a word that also has Latin letters (idea of UTS 39). */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map([
	...pairs('авекмнорстухіјѕԁһӏԛԝгпиьзчё', 'abekmhopctyxijsdhlqwrnub3ye'),
	...pairs('αβγεζηικμνοπρτυχωςσ', 'abyeznikuvonptuxwcs'),
	...pairs('օսհոյԼցք', 'ouhnjlgp'),
]);

/** Signs and digits read as Latin letters. `1`, `!` and `|` are read as l as well. */
export const LEET: ReadonlyMap<string, string> = new Map([
	['0', 'o'],
	['1', 'i'],
	['3', 'e'],
	['4', 'a'],
	['5', 's'],
	['7', 't'],
	['8', 'b'],
	['9', 'g'],
	['@', 'a'],
	['$', 's'],
	['!', 'i'],
	['|', 'i'],
	['€', 'e'],
	['£', 'l'],
]);
