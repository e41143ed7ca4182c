// Makes the web fonts of this folder from the OFL fonts in node_modules. Run by hand: node src/ui/fonts/make-fonts.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '../../../node_modules/@expo-google-fonts');

/** Every character from first to last code point, both included. */
const range = (first, last) =>
	Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join('');

/** Modern Standard Arabic, the letters the Maghreb adds, vowel marks, punctuation, Arabic-Indic digits. Latin is the system's. */
const arabic = [
	'،؛؟٪٫٬',
	range(0x621, 0x63a),
	range(0x641, 0x652), // letters, then the harakat
	'\u0670\u0671', // dagger alif, alif wasla
	'پچڤڨڭگݣ',
	range(0x660, 0x669),
].join('');

/** Tifinagh as fixed by IRCAM, with the labialisation mark ⵯ and the emphatic ⵥ. */
const tifinagh = 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ';

/** What joining, lam-alif, marks and spacing need; discretionary forms and hinting are left out (5 kB a weight). */
const keepFeatures = ['init', 'medi', 'fina', 'isol', 'rlig', 'ccmp', 'mark', 'mkmk', 'locl', 'kern', 'curs'];

/** The OFL reserves the name "Plex" for IBM's own files: a subset must carry another. Same lengths, so no offset moves. */
const names = [
	['IBM Plex Sans Arabic', 'Joussour Arabic Text'],
	['IBMPlexSansArabic', 'JoussourArabicTxt'],
];

function rename(font) {
	let text = font.toString('latin1');
	const wide = (word) => [...word].map((letter) => `\0${letter}`).join('');
	for (const [from, to] of names) {
		if (from.length !== to.length) throw new Error(`${to} must be as long as ${from}`);
		text = text.replaceAll(wide(from), wide(to)).replaceAll(from, to);
	}
	return Buffer.from(text, 'latin1');
}

const fonts = [
	['plex-arabic-400', 'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf', arabic],
	['plex-arabic-600', 'ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf', arabic],
	['tifinagh-400', 'noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf', tifinagh],
];

for (const [name, source, letters] of fonts) {
	const options = { keepFeatures, noHinting: true };
	const cut = await subsetFont(await readFile(join(packages, source)), letters, {
		...options,
		targetFormat: 'truetype',
	});
	const font = await subsetFont(rename(cut), letters, { ...options, targetFormat: 'woff2' });
	await writeFile(join(here, `${name}.woff2`), font);
	process.stdout.write(`${name}.woff2 ${font.length} bytes, ${[...letters].length} characters\n`);
}
