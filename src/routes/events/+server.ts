// Server-sent events about one public subject: /events?subject=<id>.
import { error } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { threadSubject } from '#engines/conversation/server/index.ts';
import { streamOf } from '#app/live.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const { db } = installation();
	const id = url.searchParams.get('subject') ?? '';
	const subject = isId(id) ? await threadSubject(db, id) : null;
	const view = subject ? (await describeSubjects(db, [subject], locals.locale)).get(id) : undefined;
	if (!view?.visible) error(404, { message: 'no such subject', code: 'subject.not_found' });
	const stream = streamOf(id);
	if (!stream) return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
	return new Response(stream, {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
	});
};
