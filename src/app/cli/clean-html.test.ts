// The batch sanitiser: one answer a line, whatever comes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerTo } from './clean-html.ts';
import { linesOf } from './lines.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('a string is cleaned, anything else is named and does not stop the next', () => {
	expect(JSON.parse(answerTo('"<p onclick=\\"x\\">a<script>b</script></p>"'))).toBe('<p>a</p>');
	for (const line of ['{', '5', 'null', '["a"]']) expect(JSON.parse(answerTo(line))).toHaveProperty('error');
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
