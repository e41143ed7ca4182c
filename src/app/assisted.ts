// A facilitator's desk: processes that take proposals now, and the form that enters one for somebody without network.
import { redirect, type RequestEvent } from '@sveltejs/kit';
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
	const number = Number(url.searchParams.get('number'));
	const receipt = url.searchParams.get('receipt') ?? '';
	return {
		space,
		placeField: await placeFieldOf(space, locals.locale),
		processes,
		process: (processes.find(({ process }) => process.id === asked) ?? processes[0])?.process.id ?? null,
		entered:
			Number.isInteger(number) && number > 0 && /^[\w-]{8,100}$/.test(receipt)
				? {
						number,
						link: `${installation().config.origin}/${locals.locale}/r/${receipt}`,
						held: url.searchParams.has('held'),
					}
				: null,
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
		done: ({ number, receipt, held }, form) =>
			redirect(
				303,
				`${event.url.pathname}?process=${encodeURIComponent(field(form, 'processId'))}&number=${number}&receipt=${receipt ?? ''}${held ? '&held' : ''}`,
			),
	});
