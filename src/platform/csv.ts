// Reads CSV (RFC 4180): quotes, doubled quotes, line breaks inside cells, byte-order mark, CRLF or LF.

/** Rows of cells; empty lines are left out. */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	const source = text.replace(/^\ufeff/, '');
	const endRow = () => {
		row.push(cell);
		cell = '';
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	};
	for (let i = 0; i < source.length; i++) {
		const char = source[i]!;
		if (quoted) {
			if (char !== '"') cell += char;
			else if (source[i + 1] === '"') cell += source[i++];
			else quoted = false;
		} else if (char === '"' && cell === '') quoted = true;
		else if (char === ',') {
			row.push(cell);
			cell = '';
		} else if (char === '\n') endRow();
		else if (char !== '\r') cell += char;
	}
	if (cell !== '' || row.length > 0) endRow();
	return rows;
}
