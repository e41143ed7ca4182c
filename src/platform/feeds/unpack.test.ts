// Feeds that were packed for the way, whole, cut, mislabelled, and swollen.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseFeed } from './index.ts';
import { unpacked } from './unpack.ts';

const feed = Buffer.from(
	`<rss><channel><title>Fil</title>${'<item><title>Un</title></item>'.repeat(50)}</channel></rss>`,
);
const titleOf = (bytes: Uint8Array, encoding?: string): string | null =>
	parseFeed(bytes, encoding ? { headers: { 'Content-Encoding': encoding } } : {}).feed.title;

test('gzip is known by its mark, the others by the headers', () => {
	expect(titleOf(gzipSync(feed))).toBe('Fil');
	expect(titleOf(gzipSync(feed), 'gzip')).toBe('Fil');
	expect(titleOf(deflateSync(feed), 'deflate')).toBe('Fil');
	expect(titleOf(deflateRawSync(feed), 'deflate')).toBe('Fil');
	expect(titleOf(brotliCompressSync(feed), 'br')).toBe('Fil');
});

test('headers that say packed of what is plain are not believed', () => {
	for (const encoding of ['gzip', 'deflate', 'br', 'x-inconnu']) expect(titleOf(feed, encoding)).toBe('Fil');
});

test('of a cut file there is the beginning', () => {
	const packed = gzipSync(feed, { level: 0 });
	expect(titleOf(packed.subarray(0, packed.length / 2))).toBe('Fil');
});

test('what would be longer than is read stays packed', () => {
	const swollen = gzipSync(Buffer.alloc(5_000_000));
	expect(unpacked(swollen, '', 1_000_000)).toBe(swollen);
});
