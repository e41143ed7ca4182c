// The receipt: a guest's private page of one thing they left. Whoever holds the address holds the key.
import { error, type RequestEvent } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { receiptOf } from '#foundations/accounts/server/index.ts';
import { type FindOwn, ownActions, type OwnKind, showOwnText } from '#app/own-text.ts';
import type { PageServerLoad } from './$types';

const receipt = (event: Pick<RequestEvent, 'params'>) =>
	receiptOf(installation().db, (event.params as { token: string }).token);

const find: FindOwn = async (event) => {
	const found = await receipt(event);
	if (!found) return null;
	const { guestId, spaceId, subjectKind, subjectId } = found;
	return {
		place: { kind: subjectKind as OwnKind, id: subjectId, spaceId },
		actor: { kind: 'guest', id: guestId, roles: [] },
	};
};

export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const found = await receipt(event);
	const own = found
		? await showOwnText({ kind: found.subjectKind, id: found.subjectId }, locals.locale, locals.now)
		: null;
	if (!found || !own) error(404, { message: 'no such receipt', code: 'subject.not_found' });
	event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	const link = `${installation().config.origin}/${locals.locale}/r/${params.token}`;
	return {
		page: new ServerOnly({
			own,
			link,
			name: found.guestName,
			isNew: url.searchParams.get('new') === '1',
			done: url.searchParams.get('done'),
		}),
	};
};

export const actions = ownActions(find);
