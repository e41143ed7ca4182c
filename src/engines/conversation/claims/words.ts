// The words of a post or claim: links, handles, hashtags and signatures of posts read for what they say.
import { searchWords } from '#platform/search.ts';

const LINK = /(?:https?:\/\/|www\.)\S+|\b(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be)\/\S+/giu;
/** How an embedded post ends: who, when. The name may matter, the date is that of the post. */
const POSTED =
	/[—–-]\s*([^—–()\n]{1,80}\(@\w{1,30}\))\s*(?:\p{L}{3,12}\.? \d{1,2}, \d{4}|\d{1,2} (?:de )?\p{L}{3,12}\.? (?:de )?\d{4})/gu;
const TAG = /[@#]([\p{L}\p{M}\p{N}_]+)/gu;

/** Folded words in their order. */
export function wordsOf(text: string): string[] {
	const read = text
		.slice(0, MOST_READ)
		.replace(LINK, (link) => ` ${slugOf(link)} `)
		.replace(POSTED, ' $1 ')
		.replace(/^\s*(?:RT|via) @\w+:?/iu, ' ')
		.replace(TAG, (_, name: string) => ` ${apart(name)} `);
	return searchWords(read);
}

const MOST_READ = 20_000;

/** What a link says of itself: the words of its longest part, when they are several; a code says nothing. */
function slugOf(link: string): string {
	const [path = ''] = link.replace(/^https?:\/\/[^/]*/iu, '').split(/[?#]/u);
	const parts = path.split('/').map((part) => part.split(/[-_+]/u).filter((word) => /^[\p{L}\p{M}]{2,}$/u.test(word)));
	const best = parts.reduce((longest, words) => (words.length > longest.length ? words : longest), []);
	return best.length >= 3 ? best.join(' ') : '';
}

/** A tag or handle taken apart: #BoycottTheBank, #حملة_النظافة, @ministry2026. */
const apart = (name: string): string =>
	name
		.replaceAll('_', ' ')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{L})(\p{N})/gu, '$1 $2')
		.replace(/(\p{N})(\p{L})/gu, '$1 $2');
