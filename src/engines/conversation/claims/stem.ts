// Light stemming of folded words: endings and joined particles go, roots are not sought.

/**
 * One stem for the forms of a word. Arabic script: the light10 stemmer of Larkey, Ballesteros and Connell (2002),
 * then without long vowels. Latin script: one list
 * of endings for English, French and Spanish after the light stemmers of J. Savoy (2006) and Porter's first steps (1980), so that
 * no language has to be guessed; what this joins wrongly, the letters' n-grams keep apart.
 */
export function stemOf(word: string): string {
	if (/^\p{Script=Arabic}/u.test(word)) return arabic(word);
	return /^[a-z]+$/u.test(word) ? latin(word) : word;
}

const PREFIX = /^(?:وال|بال|كال|فال|ال|لل|و(?=.{3}))(?=.{2})/u;
const SUFFIX = /(?:ها|ان|ات|ون|ين|يه|ه|ي|(?<=.{4})ا)$/u;

function arabic(word: string): string {
	let stem = word.replace(PREFIX, '');
	for (let most = 2; most > 0 && stem.length > 3; most--) {
		const shorter = stem.replace(SUFFIX, '');
		if (shorter.length < 2) break;
		stem = shorter;
	}
	// Broken plurals and forms of verbs change the long vowels: فاتورة and فواتير, غضب and غاضب.
	const bare = stem.charAt(0) + stem.slice(1).replace(/[اوي]/gu, '');
	return bare.length >= 3 ? bare : stem;
}

/** An Arabic word without a particle written with it or the mark of a verb's person; other words as they are. */
export const withoutClitic = (word: string): string =>
	word.replace(/^(?:[وف]?[بلكسي]|[وفتن])(?=\p{Script=Arabic}{3})/u, '');

/** Endings and what stands for them, longest first; so many letters must stay. */
const ENDINGS: readonly (readonly [ending: string, instead: string, stay: number])[] = [
	['issements', '', 3],
	['issement', '', 3],
	['izations', 'iz', 3],
	['isations', 'is', 3],
	['ization', 'iz', 3],
	['isation', 'is', 3],
	['imientos', '', 3],
	['imiento', '', 3],
	['amientos', '', 3],
	['amiento', '', 3],
	['aciones', '', 3],
	['idades', '', 4],
	['iciones', '', 4],
	['ations', '', 3],
	['acion', '', 3],
	['ation', '', 3],
	['amment', 'ant', 3],
	['emment', 'ent', 3],
	['ements', '', 4],
	['ement', '', 4],
	['iendo', '', 3],
	['mente', '', 4],
	['idad', '', 4],
	['ments', '', 4],
	['ment', '', 4],
	['ness', '', 4],
	['euses', 'eu', 3],
	['euse', 'eu', 3],
	['ives', 'if', 3],
	['ive', 'if', 3],
	['antes', 'ant', 3],
	['ando', '', 3],
	['ados', '', 3],
	['adas', '', 3],
	['idos', '', 4],
	['idas', '', 4],
	['ites', '', 5],
	['ing', '', 3],
	['ado', '', 3],
	['ada', '', 3],
	['ido', '', 4],
	['ida', '', 4],
	['ies', 'i', 3],
	['ied', 'i', 3],
	['aux', 'al', 3],
	['ees', '', 3],
	['ed', '', 3],
	['ee', '', 3],
	['er', '', 4],
	['ez', '', 4],
	['ir', '', 4],
	['ar', '', 4],
	['ly', '', 4],
];

function latin(word: string): string {
	if (word.length < 4) return word;
	let stem = word;
	for (const [ending, instead, stay] of ENDINGS)
		if (stem.endsWith(ending) && stem.length - ending.length >= stay) {
			stem = stem.slice(0, -ending.length) + instead;
			break;
		}
	if (stem === word && /[^siu]s$/u.test(stem)) stem = stem.slice(0, -1);
	if (stem.length > 4 && /(?:[^aeiou]x|eux|oux)$/u.test(stem)) stem = stem.slice(0, -1);
	if (stem.length > 3) stem = stem.replace(/[aeo]$/u, '').replace(/y$/u, 'i');
	return stem.length > 3 ? stem.replace(/([b-df-hj-np-tv-z])\1$/u, '$1') : stem;
}
