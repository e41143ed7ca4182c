// A stored file as what it is, for ever, a picture also as a narrower copy (`?w=`), a logo also as the card of its space
// (`?card=` its hue): its address never changes its content, and nothing in it can act.
import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { copyWidths } from '#platform/pictures.ts';
import { openToAll } from '#app/headers.ts';
import { cardOf } from '#app/logo-card.ts';
import { isId } from '#platform/ids.ts';
import { matchesTag } from '#platform/negotiation.ts';
import { installation } from '#platform/server/installation.ts';
import { readStored } from '#platform/server/storage/index.ts';
import { tintOf } from '#ui/index.ts';
import type { RequestHandler } from './$types';

/** The logo of a space on a ground of its present colour; any other picture or colour has no card. */
async function logoCard(file: string, hue: string, { tree }: App.Locals) {
	if (!tree.all.some((space) => space.logoFile === file && String(space.hue) === hue)) return null;
	const bytes = await cardOf(file, tintOf(Number(hue)));
	return bytes && { kind: 'image/png', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const hue = url.searchParams.get('card');
	const width = copyWidths.find((known) => String(known) === url.searchParams.get('w'));
	const file = !isId(params.file)
		? null
		: hue !== null
			? await logoCard(params.file, hue, locals)
			: await readStored(installation().db, params.file, width);
	if (!file) error(404, { message: 'no such file', code: 'subject.not_found' });
	const shown = file.kind === 'image/webp' || file.kind === 'image/png';
	const headers = {
		'content-type': shown ? file.kind : 'application/octet-stream',
		'content-disposition': shown ? 'inline' : 'attachment',
		'content-security-policy': "default-src 'none'; sandbox",
		'cache-control': 'public, max-age=31536000, immutable',
		etag: `"${file.sha256}"`,
		// Pictures are seen in feed readers and in previews of links elsewhere; anything else stays at home.
		...(shown ? openToAll : {}),
	};
	if (matchesTag(request.headers.get('if-none-match'), headers.etag))
		return new Response(null, { status: 304, headers });
	return new Response(Buffer.from(file.bytes), {
		headers: { ...headers, 'content-length': String(file.bytes.byteLength) },
	});
};
