// A picture sent by a script of ours or by a tool: judged, written anew, kept; the answer is its id.
import { json } from '@sveltejs/kit';
import { isRefused, refuse, statusOf } from '#platform/refusal.ts';
import { readForm } from '#app/acts.ts';
import { countRequest } from '#app/client.ts';
import { keepPicture } from '#app/work-acts.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	try {
		await countRequest(event);
		const file = (await readForm(event)).get('picture');
		if (!(file instanceof File) || file.size === 0) return refuse('image.missing', {}, 'picture');
		const id = await keepPicture(event, file);
		return json({ id, path: `/files/${id}` }, { status: 201 });
	} catch (error) {
		if (!isRefused(error)) throw error;
		const { code, params, field } = error.refusal;
		const status = statusOf(error.refusal);
		return json(
			{ title: event.locals.t.code(code, params), status, code, field },
			{ status, headers: { 'content-type': 'application/problem+json' } },
		);
	}
};
