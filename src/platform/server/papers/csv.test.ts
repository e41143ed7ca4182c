// CSV: what a spreadsheet must read back, and what it must never run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

/** A strict RFC 4180 reader, enough to check the writer. */
function read(csv: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let rest = csv;
	while (rest !== '') {
		const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/u.exec(rest);
		if (match === null) throw new Error(`not RFC 4180: ${rest.slice(0, 40)}`);
		row.push((match[1] ?? '').replaceAll('""', '"') || (match[2] ?? ''));
		if (match[3] === '\r\n') {
			rows.push(row);
			row = [];
		}
		rest = rest.slice(match[0].length);
	}
	return rows;
}

describe('toCsv', () => {
	it('starts with a byte order mark so that Arabic opens right, unless asked not to', () => {
		expect(toCsv([['الجماعة', 'Larache']])).toBe('\ufeffالجماعة,Larache\r\n');
		expect(toCsv([['الجماعة']], { bom: false })).toBe('الجماعة\r\n');
	});

	it('quotes commas, quotes, line breaks and outer spaces', () => {
		expect(toCsv([['a,b', 'say "yes"', 'one\ntwo', ' x ']], { bom: false })).toBe(
			'"a,b","say ""yes""","one\ntwo"," x "\r\n',
		);
	});

	it.each(['=1+1', '+212600000000', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1'])(
		'never lets %j run as a formula',
		(text) => {
			expect(read(toCsv([[text]], { bom: false }))).toEqual([[`'${text}`]]);
		},
	);

	it('keeps numbers as numbers and unknown as empty, never as zero', () => {
		expect(toCsv([[-5, 0, 1.5, 10n, true, null, undefined, Number.NaN]], { bom: false })).toBe(
			'-5,0,1.5,10,true,,,\r\n',
		);
		expect(toCsv([[new Date(0), new Date(Number.NaN)]], { bom: false })).toBe('1970-01-01T00:00:00.000Z,\r\n');
	});

	it('gives back every text it was given, apart from the guard', () => {
		const cell = fc.string({ unit: 'binary', maxLength: 12 });
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
				const back = read(toCsv(rows, { bom: false }));
				expect(back.length).toBe(rows.length);
				const bare = back.map((row, y) => row.map((got, x) => (got === `'${rows[y]?.[x]}` ? got.slice(1) : got)));
				expect(bare).toEqual(rows);
				expect(back.flat().some((got) => /^[=+\-@\t\r]/u.test(got))).toBe(false);
			}),
			{ numRuns: 60 },
		);
	});
});
