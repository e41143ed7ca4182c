// A person's own contributions and proposals, with their state and what can still be done.
import { isId } from '#platform/ids.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { heldKinds } from '#platform/server/subjects.ts';
import { type FindOwn, listOwnTexts, ownActions, type OwnKind } from '#app/own-text.ts';
import type { PageServerLoad } from './$types';

/** What `&of=kind.id` names; that it is one's own is judged by the commands. */
const find: FindOwn = async ({ url, locals }) => {
	const [kind = '', id = ''] = (url.searchParams.get('of') ?? '').split('.');
	const text = isId(id)
		? await heldKinds()
				.find((known) => known.kind === kind)
				?.text?.read(installation().db, id)
		: null;
	return text ? { place: { kind: kind as OwnKind, id, spaceId: text.spaceId }, actor: locals.actor } : null;
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const after = url.searchParams.get('after') ?? '';
	const list = await listOwnTexts(locals.person!.personId, locals.locale, locals.now, isId(after) ? after : undefined);
	return { page: new ServerOnly({ ...list, first: after === '', done: url.searchParams.get('done') }) };
};

export const actions = ownActions(find);
