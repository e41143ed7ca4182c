// Reads which characters a font can draw, so that one it cannot never makes a standard-conforming PDF fail.

/** Code points with a glyph, from the font's `cmap` table (OpenType 1.9, formats 4 and 12). An unreadable font has none. */
export function coverageOf(font: Buffer): Set<number> {
	const found = new Set<number>();
	const cmap = tableAt(font, 'cmap');
	if (cmap === undefined) return found;
	const count = font.readUInt16BE(cmap + 2);
	for (let i = 0; i < count; i += 1) {
		const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
		const format = font.readUInt16BE(at);
		if (format === 4) readSegments(font, at, found);
		else if (format === 12) readGroups(font, at, found);
	}
	return found;
}

/** Replaces what no font can draw with U+FFFD, keeping layout controls that need no glyph. */
export function drawable(text: string, has: (codePoint: number) => boolean): string {
	return text.replace(/[^\n\p{Cf}]/gu, (c) => (has(c.codePointAt(0) ?? 0) ? c : /\p{M}/u.test(c) ? '' : '\ufffd'));
}

function tableAt(font: Buffer, tag: string): number | undefined {
	const count = font.readUInt16BE(4);
	for (let i = 0; i < count; i += 1) {
		const at = 12 + i * 16;
		if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
	}
	return undefined;
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
	const span = font.readUInt16BE(at + 6);
	for (let i = 0; i < span; i += 2) {
		const end = font.readUInt16BE(at + 14 + i);
		const start = font.readUInt16BE(at + 16 + span + i);
		const delta = font.readUInt16BE(at + 16 + span * 2 + i);
		const offsetAt = at + 16 + span * 3 + i;
		const offset = font.readUInt16BE(offsetAt);
		for (let c = start; c <= end && c < 0xffff; c += 1) {
			const raw = offset === 0 ? c : font.readUInt16BE(offsetAt + offset + (c - start) * 2);
			if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(c);
		}
	}
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
	const groups = font.readUInt32BE(at + 12);
	for (let i = 0; i < groups; i += 1) {
		const group = at + 16 + i * 12;
		for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c += 1) found.add(c);
	}
}
