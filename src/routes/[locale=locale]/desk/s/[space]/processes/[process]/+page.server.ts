// The editor of a process; `new` makes one.
import { error, redirect } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { phaseKinds } from '#modules/participation/index.ts';
import { processById, saveProcess } from '#modules/participation/server/index.ts';
import { field, type FormState, perLocale, readForm, submit, valuesOf } from '#app/acts.ts';
import { mostRows, rowsAmong, withoutRow, withRow } from '#app/phase-rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (params.process === 'new') return { page: new ServerOnly({ process: null, saved: false }) };
	const process = isId(params.process) ? await processById(installation().db, params.process) : null;
	if (process?.spaceId !== locals.space!.id) error(404, { message: 'no such process', code: 'subject.not_found' });
	return { page: new ServerOnly({ process, saved: url.searchParams.has('saved') }) };
};

/** Texts by language, those wholly empty left out. */
function textsIn(form: FormData): Record<string, { title: string; description: string }> {
	const languages = [...form.keys()].flatMap((name) => /^texts\.(\w+)\.title$/.exec(name)?.[1] ?? []);
	const texts = languages.map(
		(locale) =>
			[
				locale,
				{ title: field(form, `texts.${locale}.title`), description: field(form, `texts.${locale}.description`) },
			] as const,
	);
	return Object.fromEntries(texts.filter(([, { title, description }]) => `${title}${description}`.trim() !== ''));
}

/** Every row as it stands, blank ones too, so that a refusal names the right one. Browsers may add seconds. */
const rowsIn = (form: FormData) =>
	Array.from({ length: mostRows }, (_, at) => `phases.${at}`)
		.filter((row) => form.has(`${row}.kind`))
		.map((row) => ({
			kind: field(form, `${row}.kind`),
			titles: perLocale(form, `${row}.titles`),
			startsWall: field(form, `${row}.startsWall`).slice(0, 16),
			endsWall: field(form, `${row}.endsWall`).slice(0, 16),
		}));

export const actions = {
	save: (event) =>
		submit(event, saveProcess, {
			once: true,
			read: (form) => ({
				id: event.params.process === 'new' ? '' : event.params.process,
				v: field(form, 'v') || 0,
				address: field(form, 'address'),
				state: field(form, 'state'),
				texts: textsIn(form),
				phases: rowsIn(form),
			}),
			done: ({ id }) => redirect(303, `${event.url.pathname.replace(/[^/]+$/, id)}?saved`),
		}),
	/** A row more, or one less: the same form again with all that was typed. */
	row: async (event): Promise<FormState> => {
		const form = await readForm(event);
		const values = valuesOf(form);
		const away = /^\d{1,2}$/.exec(field(form, 'without'));
		const next = phaseKinds[rowsAmong(values, 'phases') % phaseKinds.length]!;
		return {
			form: 'default',
			refusals: [],
			values: away ? withoutRow(values, 'phases', Number(away[0])) : withRow(values, 'phases', 'kind', next),
		};
	},
} satisfies Actions;
