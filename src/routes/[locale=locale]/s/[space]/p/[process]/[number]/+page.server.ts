// A proposal: how far it has come, its answer and commitment, support, and the thread under it.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { limit } from '#platform/server/rate-limit.ts';
import { dayOf } from '#platform/time.ts';
import { supportProposal, withdrawProposal, withdrawSupport } from '#modules/participation/server/index.ts';
import { submit } from '#app/acts.ts';
import { addressOf } from '#app/client.ts';
import { proposalAt, supportOf } from '#app/participation.ts';
import { ensureDevice } from '#app/request.ts';
import { threadActions, threadFor } from '#app/thread.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, now, space } = event.locals;
	const { process, proposal } = await proposalAt(event);
	const own = actor.kind === 'person' && proposal.authorKind === 'person' && proposal.authorId === actor.id;
	return {
		page: new ServerOnly({
			process,
			proposal,
			own,
			today: dayOf(now, space!.zone),
			support: await supportOf(event, process, proposal),
			thread: await threadFor(event, { subjectId: proposal.id }),
			isNew: own && event.url.searchParams.get('new') === '1',
		}),
	};
};

/**
 * A guest counts once a device, so the device must come back with a cookie before the support counts: the browser is
 * given one and sends the same form again (307). One that refuses cookies is told so.
 */
function deviceOf(event: RequestEvent, action: string): string | null {
	if (event.locals.person || event.locals.device) return event.locals.device;
	if (event.url.searchParams.has('again')) return null;
	ensureDevice(event);
	redirect(307, `${event.url.pathname}?/${action}&again`);
}

export const actions = {
	...threadActions(async (event: RequestEvent) => ({
		spaceId: event.locals.space!.id,
		subjectId: (await proposalAt(event)).proposal.id,
	})),
	support: async (event) => {
		const { proposal } = await proposalAt(event);
		const device = deviceOf(event, 'support');
		return submit(event, supportProposal, {
			form: 'support',
			read: async () => {
				if (!event.locals.person) await limit(installation().pool, 'guest_supports', addressOf(event));
				return { proposalId: proposal.id, device };
			},
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
	withdraw: async (event) => {
		const { proposal } = await proposalAt(event);
		return submit(event, withdrawProposal, {
			form: 'withdraw',
			read: () => ({ id: proposal.id }),
			done: () => redirect(303, event.url.pathname),
		});
	},
} satisfies Actions;
