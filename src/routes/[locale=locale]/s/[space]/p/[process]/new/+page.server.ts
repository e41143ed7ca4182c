// The form of a proposal: whoever may propose in this space, while the phase runs.
import { redirect } from '@sveltejs/kit';
import { guessLocale } from '#platform/html/index.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { isOpen, maySubmit } from '#modules/participation/index.ts';
import { submitProposal } from '#modules/participation/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { processAt } from '#app/participation.ts';
import { deviceOf } from '#app/devices.ts';
import { placeFieldOf, placeIn } from '#app/place-field.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, now, space } = event.locals;
	const process = await processAt(event);
	const refusal = maySubmit(actor, { open: isOpen(process, now, 'proposals'), guestsPropose: space!.guestsPropose });
	return {
		page: new ServerOnly({
			process,
			refusal: refusal?.code ?? null,
			place: await placeFieldOf(space!, event.locals.locale),
		}),
	};
};

export const actions = {
	default: async (event) => {
		const process = await processAt(event);
		const { locale } = event.locals;
		return submit(event, submitProposal, {
			once: true,
			read: async (form) => {
				const [title, text, place, name] = [
					field(form, 'title'),
					field(form, 'text'),
					field(form, 'place'),
					field(form, 'name'),
				];
				const device = await deviceOf(event, `${process.id} ${name} ${title} ${text}`);
				return {
					processId: process.id,
					locale: guessLocale(`${title}\n${text}`) ?? locale,
					title,
					text,
					place,
					territory: await placeIn(event, form, event.locals.space!),
					name,
					device,
				};
			},
			done: ({ number, receipt }) =>
				redirect(
					303,
					receipt ? `/${locale}/r/${receipt}?new=1` : `${event.url.pathname.replace(/\/new$/, '')}/${number}?new=1`,
				),
		});
	},
} satisfies Actions;
