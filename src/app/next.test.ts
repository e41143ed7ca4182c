// The way on after signing in cannot be made to lead elsewhere.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextQuery, safeNext } from './next.ts';

test.each(['/fr/desk', '/ar/invite/a-b_c', '/fr/s/tizi?after=x&y=1', '/fr/c/1#reply', '/fr/s/%D9%85'])(
	'%s is followed',
	(path) => {
		expect(safeNext(path, '/fr')).toBe(path);
	},
);

test.each([
	null,
	undefined,
	'',
	'fr/desk',
	'https://evil.example',
	'http:evil.example',
	'//evil.example',
	'/\\evil.example',
	'\\/evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'javascript:alert(1)',
	' //evil.example',
	'/fr\\..\\..//evil.example',
	'/.//evil.example',
	'/fr/..//evil.example',
	'/'.padEnd(2_001, 'a'),
])('%j is not followed', (path) => {
	expect(safeNext(path, '/fr')).toBe('/fr');
});

test('whatever is typed, the browser stays on this host', () => {
	const odd = fc
		.array(
			fc.constantFrom(
				'/',
				'\\',
				'.',
				'..',
				'@',
				':',
				'evil.example',
				'%2f',
				'%5c',
				'\t',
				'\n',
				'?',
				'#',
				'javascript:',
			),
			{ maxLength: 8 },
		)
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(
			fc.oneof(fc.string(), odd),
			(text) => new URL(safeNext(text, '/fr'), 'https://ours.example').host === 'ours.example',
		),
	);
});

test('a link carries the way on', () => {
	expect(nextQuery('/fr/desk?a=b')).toBe('?next=%2Ffr%2Fdesk%3Fa%3Db');
	expect(nextQuery(null)).toBe('');
});
