// Quoting: the words quoted stand in lines that begin with ">", as in letters, so that plain text is enough.

export interface Part {
	kind: 'quote' | 'text';
	text: string;
}

const marked = /^>[ \t]?/;

/** A contribution's text in parts: what it quotes and what it says. Blank lines at the edges of a part go. */
export function partsOf(text: string): Part[] {
	const parts: Part[] = [];
	for (const line of text.split('\n')) {
		const kind = marked.test(line) ? 'quote' : 'text';
		const words = kind === 'quote' ? line.replace(marked, '') : line;
		const last = parts.at(-1);
		if (last?.kind === kind) last.text += `\n${words}`;
		else parts.push({ kind, text: words });
	}
	return parts
		.map((part) => ({ ...part, text: part.text.replace(/^\n+|\s+$/g, '') }))
		.filter((part) => part.text !== '');
}

/** What somebody says themselves, without what they quote. */
export const ownWords = (text: string): string =>
	partsOf(text)
		.filter((part) => part.kind === 'text')
		.map((part) => part.text)
		.join('\n');

/** The beginning of an answer that quotes a text: its own words, at most `most` characters, each line marked, then a blank line. */
export function quoteOf(text: string, most = 400): string {
	const words = Array.from(ownWords(text));
	const kept =
		words.length > most
			? `${words
					.slice(0, most - 1)
					.join('')
					.trimEnd()}…`
			: words.join('');
	return kept === ''
		? ''
		: `${kept
				.split('\n')
				.map((line) => `> ${line}`.trimEnd())
				.join('\n')}\n\n`;
}
