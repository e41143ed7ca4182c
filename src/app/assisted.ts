// A facilitator's desk: processes that take proposals now, and the form that enters one for somebody without network.
import type { RequestEvent } from '@sveltejs/kit';
import { guessLocale } from '#platform/html/index.ts';
import { installation } from '#platform/server/installation.ts';
import { runningPhases } from '#modules/participation/index.ts';
import { listProcesses, submitProposal } from '#modules/participation/server/index.ts';
import { field, submit } from './acts.ts';
import { placeFieldOf, placeIn } from './place-field.ts';

export async function assistedOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const space = locals.space!;
	const processes = (await listProcesses(installation().db, space.id, false)).flatMap((process) => {
		const phase = runningPhases(process, locals.now).find(({ kind }) => kind === 'proposals');
		return phase ? [{ process, endsWall: phase.endsWall }] : [];
	});
	const asked = url.searchParams.get('process');
	return {
		space,
		placeField: await placeFieldOf(space, locals.locale),
		processes,
		process: (processes.find(({ process }) => process.id === asked) ?? processes[0])?.process.id ?? null,
	};
}

export const assistedAct = (event: RequestEvent) =>
	submit(event, submitProposal, {
		once: true,
		read: async (form) => {
			const [title, text] = [field(form, 'title'), field(form, 'text')];
			return {
				processId: field(form, 'processId'),
				locale: guessLocale(`${title}\n${text}`) ?? event.locals.locale,
				title,
				text,
				place: field(form, 'place'),
				territory: await placeIn(event, form, event.locals.space!),
				name: field(form, 'name'),
				assisted: true,
				agreed: field(form, 'agreed') !== '',
			};
		},
		/** The private link is told in this one answer and stands in no address. */
		done: ({ number, receipt, held }, form) => ({
			entered: {
				number,
				held,
				process: field(form, 'processId'),
				link: `${installation().config.origin}/${event.locals.locale}/r/${receipt ?? ''}`,
			},
		}),
	});
