// Readable addresses from titles, in any script.

const longest = 80;
/** What is read of a title. */
const longestTitle = 500;

/**
 * A title as part of an address: lower case, letters and digits of any script joined by hyphens, at most 80
 * characters, Arabic without vowel marks and tatweel, Latin without accents. `fallback` when nothing is left.
 */
export function slugify(title: string, fallback: string): string {
	const slug = title
		.slice(0, longestTitle)
		.toWellFormed()
		.normalize('NFKC')
		.toLowerCase()
		// Arabic vowel marks, tatweel, and invisible format characters.
		.replace(/[\p{M}&&[\u0600-\u06ff]]|[\u0640\p{Cf}]/gv, '')
		.normalize('NFD')
		.replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, '')
		// After the accents: ǽ is an æ first.
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/ß/g, 'ss')
		.normalize('NFC')
		.replace(/\p{Nd}/gu, westernDigit)
		.replace(/['’ʼ]/g, '-')
		.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
		.replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
		.replace(/-{2,}/g, '-');
	return shorten(slug.replace(/^-+|-+$/g, '')) || fallback;
}

/** Arabic-Indic and Persian digits as Western ones; others as they are. */
function westernDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	for (const zero of [0x660, 0x6f0]) if (code >= zero && code <= zero + 9) return String(code - zero);
	return digit;
}

function shorten(slug: string): string {
	if (slug.length <= longest) return slug;
	const cut = slug.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
	const hyphen = slug[longest] === '-' ? -1 : cut.lastIndexOf('-');
	return (hyphen > longest / 2 ? cut.slice(0, hyphen) : cut).replace(/-+$/, '');
}
