// Answers of reads: JSON with a strong ETag, so that unchanged lists cost nothing, and the address of what follows.
import { createHash } from 'node:crypto';
import { matchesTag } from '#platform/negotiation.ts';

function nextLink(url: URL, value: unknown): string | null {
	const next = typeof value === 'object' && value !== null && 'next' in value ? value.next : null;
	if (typeof next !== 'string') return null;
	const following = new URLSearchParams(url.searchParams);
	following.set('cursor', next);
	return `<${url.pathname}?${following}>; rel="next"`;
}

/** 200 with the value, or 304 when the caller has it. */
export function readAnswer(request: Request, value: unknown, { personal }: { personal: boolean }): Response {
	const body = JSON.stringify(value);
	const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
	const link = nextLink(new URL(request.url), value);
	const headers = {
		etag,
		'cache-control': personal ? 'private, no-cache' : 'public, no-cache',
		vary: 'authorization, accept-encoding',
		...(link ? { link } : {}),
	};
	if (matchesTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
	return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}
