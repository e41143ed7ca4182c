// Text to bytes in any encoding the runtime can read: its decoder turned around.

const tables = new Map<string, ReadonlyMap<string, number[]>>();

function tableOf(label: string): ReadonlyMap<string, number[]> {
	const known = tables.get(label);
	if (known) return known;
	const decoder = new TextDecoder(label, { ignoreBOM: true });
	const table = new Map<string, number[]>();
	const add = (bytes: number[]): void => {
		const text = decoder.decode(Uint8Array.from(bytes));
		if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
	};
	for (let first = 0; first < 256; first++) add([first]);
	if (!/^(?:windows|iso-8859|koi8|mac)/.test(decoder.encoding))
		for (let first = 0x81; first < 255; first++) for (let second = 0x40; second < 255; second++) add([first, second]);
	tables.set(label, table);
	return table;
}

function wide(text: string, unit: 2 | 4, little: boolean): Uint8Array {
	const units = unit === 2 ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)) : codePoints(text);
	const view = new DataView(new ArrayBuffer(units.length * unit));
	for (const [i, code] of units.entries())
		if (unit === 2) view.setUint16(i * 2, code, little);
		else view.setUint32(i * 4, code, little);
	return new Uint8Array(view.buffer);
}

const codePoints = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);

/** The bytes of a text; `bom+utf-8` begins with a byte order mark, `bytes` are characters up to U+00FF. */
export function encoded(text: string, how: string): Uint8Array {
	const marked = how.startsWith('bom+');
	const label = marked ? how.slice(4) : how;
	const body = marked ? `\ufeff${text}` : text;
	if (label === 'bytes') return Uint8Array.from(text, (char) => char.charCodeAt(0));
	if (label === 'utf-8') return new TextEncoder().encode(body);
	if (label.startsWith('utf-16')) return wide(body, 2, label.endsWith('le'));
	if (label.startsWith('utf-32')) return wide(body, 4, label.endsWith('le'));
	const table = tableOf(label);
	return Uint8Array.from(
		Array.from(body).flatMap((char) => {
			const bytes = table.get(char);
			if (!bytes) throw new Error(`${label} has no ${char}`);
			return bytes;
		}),
	);
}
