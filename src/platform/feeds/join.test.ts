import { describe, expect, it } from 'vitest';
import { joinUrl } from './join.ts';

describe('relative references', () => {
	// RFC 3986, 5.4: the normal and abnormal examples.
	const base = 'http://a/b/c/d;p?q';
	it.each([
		['g:h', 'g:h'],
		['g', 'http://a/b/c/g'],
		['./g', 'http://a/b/c/g'],
		['g/', 'http://a/b/c/g/'],
		['/g', 'http://a/g'],
		['//g', 'http://g'],
		['?y', 'http://a/b/c/d;p?y'],
		['g?y', 'http://a/b/c/g?y'],
		['#s', 'http://a/b/c/d;p?q#s'],
		['g#s', 'http://a/b/c/g#s'],
		[';x', 'http://a/b/c/;x'],
		['', 'http://a/b/c/d;p?q'],
		['.', 'http://a/b/c/'],
		['..', 'http://a/b/'],
		['../g', 'http://a/b/g'],
		['../..', 'http://a/'],
		['../../g', 'http://a/g'],
		['../../../g', 'http://a/g'],
		['/./g', 'http://a/g'],
		['/../g', 'http://a/g'],
		['g.', 'http://a/b/c/g.'],
		['..g', 'http://a/b/c/..g'],
		['./g/.', 'http://a/b/c/g/'],
		['g/./h', 'http://a/b/c/g/h'],
		['g/../h', 'http://a/b/c/h'],
		['http:g', 'http://a/b/c/g'],
	])('%s', (address, expected) => {
		expect(joinUrl(base, address)).toBe(expected);
	});

	it('leaves absolute addresses as they are written, and relative ones without a base', () => {
		expect(joinUrl(base, 'HTTP://Exemple.org')).toBe('HTTP://Exemple.org');
		expect(joinUrl('', '/a')).toBe('/a');
		expect(joinUrl('tag:x,2026:1', 'a')).toBe('a');
		expect(joinUrl('http://a', 'b')).toBe('http://a/b');
		expect(joinUrl('http://a/', 'صفحة?س=1')).toBe('http://a/صفحة?س=1');
	});
});
