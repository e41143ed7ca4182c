// Files that are a picture and something else at once (a page, a program, an archive).

/** At least six bytes each: shorter ones occur by chance in compressed pixels. */
const marks = [
	'<script',
	'<!doctype',
	'<!entity',
	'<iframe',
	'<svg xmlns',
	'<html>',
	'<html ',
	'<body>',
	'<body ',
	'<foreignobject',
	'javascript:',
	'<?php ',
];
const needles = new RegExp(marks.map((mark) => mark.replace(/[?]/g, '\\?')).join('|'), 'i');

/** True when the bytes hold markup, a program, a PDF near the start, or a ZIP directory at the end. */
export function hidesDocument(bytes: Uint8Array): boolean {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return needles.test(text) || text.slice(0, 2048).includes('%PDF-') || text.slice(-66_000).includes('PK\u0005\u0006');
}
