// Folding of text for search: hamza forms, alef maqsura, ta marbuta, vowel marks, tatweel, accents, Persian letters and case go.

/** One spelling for what people type in several. Used on both sides of the search. */
function foldForSearch(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
		.replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
		.replace(/[\u0649\u06cc]/g, '\u064a')
		.replace(/\u06a9/g, '\u0643')
		.replace(/\u0629/g, '\u0647')
		.replace(/[\u0624\u0626]/g, (char) => (char === '\u0624' ? '\u0648' : '\u064a'))
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (char) => String(char.charCodeAt(0) & 15))
		.replace(/[’ʼ]/g, "'")
		.toLowerCase();
}

/** Words of a folded text, without a leading Arabic "and" or article when enough letters stay. */
export function searchWords(text: string): string[] {
	const words = foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.map((word) => (/^\p{Script=Arabic}/u.test(word) ? word.replace(/^(?:و?ال|و)(?=.{3})/u, '') : word));
}
