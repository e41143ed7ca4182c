// A reader flags a contribution or a proposal; moderators look, nothing is hidden by a flag.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects, heldKinds } from '#platform/server/subjects.ts';
import { flagSubject } from '#engines/moderation/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { deviceOf } from '#app/devices.ts';
import type { Actions, PageServerLoad } from './$types';

async function flagged({ params }: Pick<RequestEvent, 'params'>) {
	const { kind, id } = params as { kind: string; id: string };
	const text = isId(id)
		? await heldKinds()
				.find((known) => known.kind === kind)
				?.text?.read(installation().db, id)
		: null;
	return text?.state === 'published' ? text : error(404, { message: 'nothing to flag', code: 'subject.not_found' });
}

export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const { title, text, locale, spaceId } = await flagged(event);
	const view = (await describeSubjects(installation().db, [{ kind: params.kind, id: params.id }], locals.locale)).get(
		params.id,
	);
	const space = locals.tree.byId.get(spaceId)!;
	event.setHeaders({ 'x-robots-tag': 'noindex' });
	return {
		page: new ServerOnly({
			title,
			text,
			locale,
			path: view?.path ?? `/${locals.locale}`,
			rules: `/${locals.locale}/s/${space.address}/rules`,
			sent: url.searchParams.get('sent') === '1',
		}),
	};
};

export const actions = {
	default: async (event) => {
		const { spaceId } = await flagged(event);
		const { kind, id } = event.params;
		return submit(event, flagSubject, {
			once: true,
			read: async (form, aside) => {
				const reason = await aside(() => field(form, 'reason') || refuse('field.missing', {}, 'reason'), 'other');
				const device = await deviceOf(event, `flag ${id}`);
				return { kind, id, reason, text: field(form, 'text'), device };
			},
			call: (call) => ({ ...call, spaceId }),
			done: () => redirect(303, `${event.url.pathname}?sent=1#main`),
		});
	},
} satisfies Actions;
