// Lines of a .pb file as rows of cells: semicolons, double quotes as in CSV (RFC 4180), also over several lines.

export interface Row {
	/** The number of its first line, from 1. */
	line: number;
	cells: string[];
}

/** A quoted cell longer than this many lines is taken for a stray quote. */
const longestCell = 500;

/** Cells of a line, without white space around; null when a quote is left open. */
function cellsOf(line: string): string[] | null {
	if (!line.includes('"')) return line.split(';').map((cell) => cell.trim());
	const cells: string[] = [];
	const cell = /\s*(?:"([^"]*(?:""[^"]*)*)"(?!")([^;]*)|([^;]*))(;|$)/y;
	for (let end = false; !end;) {
		const found = cell.exec(line);
		if (!found) return null;
		const [, quoted, after = '', plain = '', mark] = found;
		if (quoted === undefined && plain.startsWith('"')) return null;
		cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"') + after).trim());
		end = mark === '';
	}
	return cells;
}

const isTitle = (line: string): boolean => /^\s*(?:meta|projects|votes)[\s;]*$/i.test(line);

/**
 * Takes lines one by one and gives the rows that are complete. A quote that is never closed (the next section begins, the
 * file ends, or it runs on too long) is an ordinary sign of its cell.
 */
export function rowReader(stray: (line: number) => void): { line(text: string): Row[]; end(): Row[] } {
	let held: string[] = [];
	let first = 1;
	let count = 0;

	const row = (line: number, text: string): Row[] => {
		const cells = cellsOf(text) ?? text.split(';').map((cell) => cell.trim());
		return cells.every((cell) => cell === '') ? [] : [{ line, cells }];
	};
	const release = (): Row[] => {
		const lines = held;
		const from = first;
		held = [];
		if (lines.length > 0) stray(from);
		return lines.flatMap((text, i) => row(from + i, text));
	};
	return {
		line(given) {
			count++;
			const text = given.endsWith('\r') ? given.slice(0, -1) : given;
			if (held.length === 0) {
				if (cellsOf(text) !== null) return row(count, text);
				held = [text];
				first = count;
				return [];
			}
			if (isTitle(text) || held.length >= longestCell) return [...release(), ...row(count, text)];
			held.push(text);
			if (!text.includes('"')) return [];
			const whole = held.join('\n');
			if (cellsOf(whole) === null) return [];
			held = [];
			return row(first, whole);
		},
		end: release,
	};
}
