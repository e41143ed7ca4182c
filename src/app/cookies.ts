// Cookie lines the sign-in library wrote, carried over into the answer of a page.
import type { RequestEvent } from '@sveltejs/kit';

interface Line {
	name: string;
	value: string;
	options: { path: string; httpOnly: boolean; secure: boolean; sameSite: 'lax' | 'strict' | 'none'; maxAge?: number };
}

/** Reads one Set-Cookie line of ours (RFC 6265): name, value and the attributes we use. */
export function readCookieLine(line: string): Line {
	const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
	const at = pair.indexOf('=');
	const given = new Map(
		attributes
			.map((attribute) => attribute.split('=', 2))
			.map(([name = '', value = '']) => [name.toLowerCase(), value]),
	);
	const sameSite = given.get('samesite')?.toLowerCase();
	const maxAge = given.get('max-age');
	return {
		name: pair.slice(0, at),
		value: decodeURIComponent(pair.slice(at + 1)),
		options: {
			path: given.get('path') || '/',
			httpOnly: given.has('httponly'),
			secure: given.has('secure'),
			sameSite: sameSite === 'strict' || sameSite === 'none' ? sameSite : 'lax',
			...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
		},
	};
}

export function setCookies(event: RequestEvent, lines: readonly string[]): void {
	for (const { name, value, options } of lines.map(readCookieLine)) event.cookies.set(name, value, options);
}
