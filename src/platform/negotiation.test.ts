// Tags, encodings and Vary as readers of every age send them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodingFor, matchesTag, withVary } from './negotiation.ts';

test.each([
	['"a"', '"a"', true],
	['W/"a"', '"a"', true],
	['"a"', 'W/"a"', true],
	['"b" , W/"a"', '"a"', true],
	['*', '"a"', true],
	['"ab"', '"a"', false],
	['', '"a"', false],
	[null, '"a"', false],
])('the tags %s have a copy of %s: %s', (sent, etag, same) => {
	expect(matchesTag(sent, etag)).toBe(same);
});

test.each([
	['gzip, deflate, br', 'br'],
	['GZIP', 'gzip'],
	['br;q=0, gzip;q=0.5', 'gzip'],
	['br; q=0', null],
	['*', 'br'],
	['*;q=0', null],
	['br;q=0, *', 'gzip'],
	['zstd, compress', null],
	['brotli', null],
	['gzip;q=nonsense', null],
	[undefined, null],
])('a reader that takes %s gets %s', (accepts, expected) => {
	expect(encodingFor(accepts, ['br', 'gzip'])).toBe(expected);
});

test('what is said of Vary is added to, never written over', () => {
	expect(withVary('Authorization, Accept-Encoding', 'accept-encoding', 'cookie')).toBe(
		'authorization, accept-encoding, cookie',
	);
	expect(withVary(undefined, 'cookie')).toBe('cookie');
	expect(withVary('*', 'cookie')).toBe('*');
	fc.assert(
		fc.property(fc.array(fc.constantFrom('a', 'b', 'C', ' d ')), (names) => {
			const said = withVary(names.join(','), 'accept-encoding').split(', ');
			for (const name of [...names, 'accept-encoding']) expect(said).toContain(name.trim().toLowerCase());
			expect(new Set(said).size).toBe(said.length);
		}),
	);
});
