// Where a reader goes on after signing in: a path of this site, never anything a stranger wrote into the address.

const base = 'http://here.invalid';

/** The path when it is one of ours, else the fallback. Full addresses, `//host`, `/\host` and schemes are refused. */
export function safeNext(next: string | null | undefined, fallback: string): string {
	if (
		!next ||
		next.length > 2_000 ||
		!/^\/(?![/\\])/.test(next) ||
		/[\\\p{Cc}]/u.test(next) ||
		!URL.canParse(next, base)
	)
		return fallback;
	const url = new URL(next, base);
	return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback;
}

/** `?next=…` to hang on a link, or nothing. */
export const nextQuery = (next: string | null): string => (next ? `?next=${encodeURIComponent(next)}` : '');
