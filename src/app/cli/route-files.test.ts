// Addresses read off files, as SvelteKit names them.
import { expect, test } from 'vitest';
import { idOf, parametersOf } from './route-files.ts';

test('a folder is an address; groups are no part of it', () => {
	expect(idOf('')).toBe('/');
	expect(idOf('(public)/s/[space]')).toBe('/s/[space]');
});

test('parameters are named with matcher, rest and choice', () => {
	expect(parametersOf('/[locale=locale]/x/[...path]/[[page]]')).toEqual([
		{ name: 'locale', matcher: 'locale', rest: false, optional: false },
		{ name: 'path', matcher: null, rest: true, optional: false },
		{ name: 'page', matcher: null, rest: false, optional: true },
	]);
	expect(parametersOf('/desk/report/file.[format]').map(({ name }) => name)).toEqual(['format']);
});
