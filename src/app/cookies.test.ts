// Cookies of the sign-in library reach the browser as they were written.
import { expect, test } from 'vitest';
import { readCookieLine } from './cookies.ts';

test('a session cookie keeps its value, life and guards', () => {
	expect(
		readCookieLine('__Host-joussour=abc.x%2By%3D; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax'),
	).toEqual({
		name: '__Host-joussour',
		value: 'abc.x+y=',
		options: { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 2_592_000 },
	});
});

test('a cookie that ends keeps ending', () => {
	expect(readCookieLine('joussour=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')).toMatchObject({
		value: '',
		options: { maxAge: 0, secure: false },
	});
});
