// References to characters: numeric, those of HTML 4, and the plain ones a feed declares itself.

/** HTML 4 (section 24), in the order of code points; a code in hexadecimal opens each run. */
const latin =
	'a0:nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
	'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
	'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
	'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
	'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
	'thorn yuml 152:OElig oelig 160:Scaron scaron 178:Yuml 192:fnof 2c6:circ 2dc:tilde';
const greek =
	'391:Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho 3a3:Sigma Tau Upsilon Phi ' +
	'Chi Psi Omega 3b1:alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma ' +
	'tau upsilon phi chi psi omega 3d1:thetasym upsih 3d6:piv';
const signs =
	'26:amp 27:apos 22:quot 3c:lt 3e:gt 2002:ensp emsp 2009:thinsp 200c:zwnj zwj lrm rlm 2013:ndash mdash 2018:lsquo rsquo ' +
	'sbquo 201c:ldquo rdquo bdquo 2020:dagger Dagger bull 2026:hellip 2030:permil 2032:prime Prime 2039:lsaquo rsaquo ' +
	'203e:oline 2044:frasl 20ac:euro 2111:image 2118:weierp 211c:real 2122:trade 2135:alefsym 2190:larr uarr rarr darr harr ' +
	'21b5:crarr 21d0:lArr uArr rArr dArr hArr 2200:forall 2202:part exist 2205:empty 2207:nabla isin notin 220b:ni 220f:prod ' +
	'2211:sum minus 2217:lowast 221a:radic 221d:prop infin 2220:ang 2227:and or cap cup int 2234:there4 223c:sim 2245:cong ' +
	'2248:asymp 2260:ne equiv 2264:le ge 2282:sub sup nsub 2286:sube supe 2295:oplus 2297:otimes 22a5:perp 22c5:sdot ' +
	'2308:lceil rceil lfloor rfloor 2329:lang rang 25ca:loz 2660:spades 2663:clubs 2665:hearts diams';

const named: ReadonlyMap<string, string> = (() => {
	const table = new Map<string, string>();
	let code = 0;
	for (const word of `${latin} ${greek} ${signs}`.split(' ')) {
		const [first = '', second] = word.split(':');
		code = second === undefined ? code + 1 : parseInt(first, 16);
		table.set(second ?? first, String.fromCodePoint(code));
	}
	return table;
})();

/** Bytes 80 to 9F of windows-1252, which is what is meant by references to control characters (WHATWG HTML, 13.2.5.80). */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** C1 control characters are windows-1252 in disguise: no feed means them. */
export const withoutC1 = (text: string): string =>
	/[\u0080-\u009f]/.test(text) ? text.replace(/[\u0080-\u009f]/g, (char) => c1[char.charCodeAt(0) - 0x80]!) : text;

/** A code point as text; '' when XML forbids it (2.2, Char). */
function characterOf(code: number): string {
	if (code >= 0x80 && code <= 0x9f) return c1[code - 0x80]!;
	const allowed =
		code === 9 ||
		code === 10 ||
		code === 13 ||
		(code >= 0x20 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0x10ffff);
	return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : '';
}

export interface Declared {
	values: ReadonlyMap<string, string>;
	/** Characters that declared entities may still add to the text. */
	left: number;
}

/** What declared entities may add to one feed; then their references stay as written. */
const growth = 1_000_000;
/** How deep entities may refer to ones declared after them. */
const ROUNDS = 4;
export const noneDeclared = (): Declared => ({ values: new Map(), left: 0 });

/**
 * The entities a document type declares with texts or markup as values; those may refer to characters and to other entities, as long as
 * they stay short. Files are not read: this is how a small feed grows into gigabytes, or tells what it should not.
 */
export function declaredIn(documentType: string): Declared {
	const written = new Map<string, string>();
	const pattern = /<!ENTITY\s+([\w.:-]{1,60})\s+(?:"([^"%]{0,500})"|'([^'%]{0,500})')\s*>/gi;
	for (const [, name = '', double, single] of documentType.replace(/<!--[^]{0,5000}?-->/g, '').matchAll(pattern)) {
		if (written.size >= 500) break;
		if (!written.has(name)) written.set(name, double ?? single ?? '');
	}
	// References to entities declared further down are known a round later.
	let values: ReadonlyMap<string, string> = new Map();
	for (let round = 0; round < ROUNDS; round++) {
		const meant = new Map<string, string>();
		const known: Declared = { values: round === 0 ? meant : values, left: 10_000 };
		for (const [name, value] of written) {
			const text = decodeReferences(value, known);
			if (text.length <= 500) meant.set(name, text);
		}
		values = meant;
	}
	return { values, left: growth };
}

/** Characters of the longest reference that is looked for. */
const longest = 62;
const usual: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
]);

/** The text with its references decoded; what is no known reference (`AT&T`, `?a=1&b=2`) stays as written. */
export function decodeReferences(text: string, declared?: Declared): string {
	let at = text.indexOf('&');
	if (at < 0) return text;
	let result = '';
	let done = 0;
	while (at >= 0) {
		const end = endOf(text, at + 1);
		const found = end < 0 ? undefined : meaningOf(text.slice(at + 1, end), declared);
		if (found !== undefined) {
			result += text.slice(done, at) + found;
			done = end + 1;
		}
		at = text.indexOf('&', found === undefined ? at + 1 : done);
	}
	return done === 0 ? text : result + text.slice(done);
}

/** The `;` that ends a reference starting before `from`; -1 when something else comes first. */
function endOf(text: string, from: number): number {
	const last = Math.min(text.length, from + longest);
	for (let at = from; at < last; at++) {
		const code = text.charCodeAt(at);
		if (code === 59) return at;
		if (code === 38 || code === 60 || code <= 32) return -1;
	}
	return -1;
}

function valueOf(name: string, declared: Declared | undefined): string | undefined {
	const value = declared?.values.get(name);
	if (!declared || value === undefined || value.length > declared.left) return undefined;
	declared.left -= value.length;
	return value;
}

function meaningOf(name: string, declared: Declared | undefined): string | undefined {
	if (name.charCodeAt(0) !== 35)
		return usual.get(name) ?? valueOf(name, declared) ?? named.get(name) ?? named.get(name.toLowerCase());
	const [, hex, decimal] = /^#(?:x([\da-f]{1,8})|(\d{1,8}))$/i.exec(name) ?? [];
	if (hex !== undefined) return characterOf(parseInt(hex, 16));
	return decimal === undefined ? undefined : characterOf(Number(decimal));
}
