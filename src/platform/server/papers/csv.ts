// Writes tables as CSV that opens right in spreadsheets, Arabic included, and that cannot run as a formula. Pure.

export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

/**
 * RFC 4180: comma, CRLF, quotes doubled. `bom` (default true) lets spreadsheets see UTF-8. Unknown (null, undefined, NaN) is empty.
 * Texts that begin with = + - @ tab or CR get an apostrophe in front, after any leading spaces as well
 * (OWASP "CSV Injection"); numbers given as numbers keep their minus sign.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], options: { bom?: boolean } = {}): string {
	const body = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
	return (options.bom ?? true) ? `\ufeff${body}` : body;
}

function cell(value: CsvCell): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	const text = typeof value === 'string' ? guarded(value) : String(value);
	return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
	return /^[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}
