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
/** Fewer words of a link may be a section or a code. */
const FEWEST_WORDS = 3;

/** What a link says of itself: the words of the longest part of its path, or of what it asks for, when they are several; a code says nothing. */
function slugOf(link: string): string {
	const [path = '', asked = ''] = unescaped(link.replace(/^https?:\/\/[^/]*/iu, '')).split(/[?#]/u);
	const slugs = [path, asked].map((text) =>
		text
			.split(/[/&=]/u)
			.map((part) =>
				part
					.replace(/\.[a-z]{3,5}$/iu, '')
					.split(/[-_+]/u)
					.filter((word) => /^[\p{L}\p{M}]{2,}$/u.test(word)),
			)
			.reduce((longest, words) => (words.length > longest.length ? words : longest), []),
	);
	return slugs.find((words) => words.length >= FEWEST_WORDS)?.join(' ') ?? '';
}

/** Arabic stands in links as %D8%B3…; what is no such writing is left as it is. */
function unescaped(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch {
		return link;
	}
}

/** A tag or handle taken apart: #BoycottTheBank, #حملة_النظافة, @ministry2026. */
const apart = (name: string): string =>
	name
		.replaceAll('_', ' ')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{L})(\p{N})/gu, '$1 $2')
		.replace(/(\p{N})(\p{L})/gu, '$1 $2');
