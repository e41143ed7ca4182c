// Server-sent events about one public subject: /events?subject=<id>.
import { error } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { threadSubject } from '#engines/conversation/server/index.ts';
import { addressOf, knownClientOf } from '#app/client.ts';
import { streamOf } from '#app/live.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { url, locals } = event;
	const { db } = installation();
	const id = url.searchParams.get('subject') ?? '';
	const subject = isId(id) ? await threadSubject(db, id) : null;
	const view = subject ? (await describeSubjects(db, [subject], locals.locale)).get(id) : undefined;
	if (!view?.visible) error(404, { message: 'no such subject', code: 'subject.not_found' });
	const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
	if (event.request.method === 'HEAD') return new Response(null, { headers });
	const stream = streamOf(id, { client: knownClientOf(event), neighbourhood: addressOf(event) });
	if (typeof stream === 'string')
		return new Response(null, { status: stream === 'process full' ? 503 : 429, headers: { 'retry-after': '60' } });
	return new Response(stream, { headers });
};
