// JSON that was cut short or written by hand: what can be read of it.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ReadJson {
	value: Json | undefined;
	/** The text was not JSON as the standard has it. */
	damaged: boolean;
	/** Deeper than `maxDepth`; what lay deeper is null. */
	deep: boolean;
}

const maxDepth = 200;

/** Standard JSON when it is that; else trailing commas, comments, raw control characters and a missing end are forgiven. */
export function readJson(text: string): ReadJson {
	const deep = depthOf(text) > maxDepth;
	if (!deep) {
		try {
			return { value: JSON.parse(text) as Json, damaged: false, deep };
		} catch {
			// Read below, as far as it goes.
		}
	}
	return { value: readLoosely(text), damaged: true, deep };
}

function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) quoted = !quoted;
		else if (quoted) at += code === 92 ? 1 : 0;
		else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
		else if (code === 93 || code === 125) depth--;
	}
	return deepest;
}

const token =
	/\s*(?:(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^])*\*\/)\s*)*(?:([{}[\],:])|"((?:[^"\\]|\\[^])*)("?)|'((?:[^'\\]|\\[^])*)'|([^\s{}[\],:"]+)|([^]))?/y;

/** Values as they come; each opened list or object is filled as far as the text goes. */
function readLoosely(text: string): Json | undefined {
	const open: { list: Json[] | null; object: Record<string, Json> | null; key: string | null }[] = [];
	let result: Json | undefined;
	token.lastIndex = 0;
	let skipped = 0;
	const put = (value: Json): void => {
		const top = open[open.length - 1];
		if (!top) result ??= value;
		else if (top.list) top.list.push(value);
		else if (top.key !== null && top.object) {
			Object.defineProperty(top.object, top.key, { value, enumerable: true, configurable: true, writable: true });
			top.key = null;
		}
	};
	const word = (value: string): void => {
		const top = open[open.length - 1];
		if (top?.object && top.key === null) top.key = value;
		else put(value);
	};
	while (token.lastIndex < text.length) {
		const found = token.exec(text);
		if (!found || found[0] === '') break;
		const [, sign, double, , single, bare] = found;
		if (sign === '{' || sign === '[') {
			if (open.length >= maxDepth) {
				skipped++;
				continue;
			}
			const list: Json[] | null = sign === '[' ? [] : null;
			const object: Record<string, Json> | null = sign === '{' ? {} : null;
			put(list ?? object ?? null);
			open.push({ list, object, key: null });
		} else if (sign === '}' || sign === ']') {
			if (skipped > 0) skipped--;
			else open.pop();
			if (open.length === 0) break;
		} else if (double !== undefined) word(unquoted(double));
		else if (single !== undefined) word(unquoted(single));
		else if (bare !== undefined) literal(bare);
	}
	return result;

	function literal(written: string): void {
		if (written === 'true' || written === 'false') put(written === 'true');
		else if (written === 'null') put(null);
		else if (/^-?\d/.test(written) && Number.isFinite(Number(written))) put(Number(written));
		else word(written);
	}
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const unquoted = (text: string): string =>
	text.replace(/\\(?:u([\da-f]{4})|([^]))/gi, (_, hex?: string, char?: string) =>
		hex === undefined ? (escapes[char ?? ''] ?? char ?? '') : String.fromCharCode(parseInt(hex, 16)),
	);
