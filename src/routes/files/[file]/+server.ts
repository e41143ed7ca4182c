// A stored file as what it is, for ever, a picture also as a narrower copy (`?w=`): its address never changes its content, and nothing in it can act.
import { error } from '@sveltejs/kit';
import { copyWidths } from '#platform/pictures.ts';
import { openToAll } from '#app/headers.ts';
import { isId } from '#platform/ids.ts';
import { matchesTag } from '#platform/negotiation.ts';
import { installation } from '#platform/server/installation.ts';
import { readStored } from '#platform/server/storage/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request, url }) => {
	const width = copyWidths.find((known) => String(known) === url.searchParams.get('w'));
	const file = isId(params.file) ? await readStored(installation().db, params.file, width) : null;
	if (!file) error(404, { message: 'no such file', code: 'subject.not_found' });
	const shown = file.kind === 'image/webp';
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
