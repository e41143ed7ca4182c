// A proposal: how far it has come, its answer and commitment, support, and the thread under it.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { foreignLocale } from '#platform/html/index.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { dayOf } from '#platform/time.ts';
import {
	editProposal,
	supportProposal,
	withdrawProposal,
	withdrawSupport,
} from '#modules/participation/server/index.ts';
import { submit } from '#app/acts.ts';
import { deviceOf } from '#app/devices.ts';
import { proposalAt, supportOf } from '#app/participation.ts';
import { readProposal } from '#app/own-text.ts';
import { placeFieldOf } from '#app/place-field.ts';
import { minutesToEdit } from '#engines/conversation/index.ts';
import { mayEdit } from '#modules/participation/index.ts';
import { threadActions, threadFor } from '#app/thread.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, now, space } = event.locals;
	const { process, proposal } = await proposalAt(event);
	const minutes = mayEdit(actor, { ...proposal, answered: proposal.answer !== null }, now)
		? 0
		: minutesToEdit(proposal.createdAt, now);
	const own = actor.kind === 'person' && proposal.authorKind === 'person' && proposal.authorId === actor.id;
	return {
		page: new ServerOnly({
			process,
			proposal,
			own,
			foreign: foreignLocale(`${proposal.title}\n${proposal.text}`, proposal.locale, event.locals.locale),
			minutes,
			placeField: minutes > 0 ? await placeFieldOf(space!, event.locals.locale, proposal.territory?.id) : null,
			today: dayOf(now, space!.zone),
			support: await supportOf(event, process, proposal),
			thread: await threadFor(event, { subjectId: proposal.id }),
			isNew: own && event.url.searchParams.get('new') === '1',
		}),
	};
};

export const actions = {
	...threadActions(async (event: RequestEvent) => ({
		spaceId: event.locals.space!.id,
		subjectId: (await proposalAt(event)).proposal.id,
	})),
	support: async (event) => {
		const { proposal } = await proposalAt(event);
		return submit(event, supportProposal, {
			form: 'support',
			// A support needs a device that lasts: a browser that takes no cookie is told so.
			read: async () => ({ proposalId: proposal.id, device: await deviceOf(event) }),
			done: () => redirect(303, `${event.url.pathname}#support`),
		});
	},
	withdrawSupport: async (event) => {
		const { proposal } = await proposalAt(event);
		const { device } = event.locals;
		return submit(event, withdrawSupport, {
			form: 'support',
			read: () => ({ proposalId: proposal.id, device }),
			done: () => redirect(303, `${event.url.pathname}#support`),
		});
	},
	edit: async (event) => {
		const { proposal } = await proposalAt(event);
		return submit(event, editProposal, {
			form: 'edit',
			read: readProposal(event, proposal.id, event.locals.space!),
			done: () => redirect(303, event.url.pathname),
		});
	},
	withdraw: async (event) => {
		const { proposal } = await proposalAt(event);
		return submit(event, withdrawProposal, {
			form: 'withdraw',
			read: () => ({ id: proposal.id }),
			done: () => redirect(303, event.url.pathname),
		});
	},
} satisfies Actions;
