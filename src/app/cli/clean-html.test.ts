// The batch sanitiser: one answer a line, whatever comes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyForPage } from '#modules/publishing/server/index.ts';
import { answerTo } from './clean-html.ts';
import { linesOf } from './lines.ts';

const origin = 'https://ponts.example';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('a string is cleaned, anything else is named and does not stop the next', () => {
	expect(JSON.parse(answerTo('"<p onclick=\\"x\\">a<script>b</script></p>"', origin))).toBe('<p>a</p>');
	for (const line of ['{', '5', 'null', '["a"]']) expect(JSON.parse(answerTo(line, origin))).toHaveProperty('error');
});

test('every text comes out as the page of a work shows it, without pictures of other hosts', () => {
	const texts = [
		'<p>Avant <img src="https://evil.example/pixel.gif" alt="Un puits"> après</p>',
		`<p><img src="${origin}/files/1" alt="Ici"><a href="https://ailleurs.example">Voir</a></p>`,
		'<h2>Titre</h2><iframe src="https://evil.example"></iframe>',
	];
	for (const text of texts)
		expect(JSON.parse(answerTo(JSON.stringify(text), origin))).toBe(bodyForPage(text, origin, 'Picture'));
	expect(answerTo(JSON.stringify(texts[0]), origin)).not.toContain('<img');
});

test('lines end at LF only and survive any cut between bytes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.string({ unit: fc.constantFrom('a', 'é', 'ب', '😀', '\u2028', '\r') }), { minLength: 1 }),
			fc.integer({ min: 1, max: 7 }),
			async (lines, size) => {
				const read: string[] = [];
				for await (const line of linesOf(cut(Buffer.from(lines.map((line) => `${line}\n`).join('')), size)))
					read.push(line);
				expect(read).toEqual(lines);
			},
		),
	);
});

test('a last line without LF is read too', async () => {
	const read: string[] = [];
	for await (const line of linesOf(cut(Buffer.from('"a"\n"b"'), 2))) read.push(line);
	expect(read).toEqual(['"a"', '"b"']);
});
