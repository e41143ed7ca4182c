// Territories: browsing the tree, importing a CSV file, loading a pack that comes with the program.
import { redirect } from '@sveltejs/kit';
import { refuse } from '#platform/refusal.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import {
	countTerritories,
	findTerritories,
	importTerritories,
	listTerritories,
	territoryPath,
} from '#foundations/spaces/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { listPacks, readPack } from '#app/packs.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { db } = installation();
	const search = url.searchParams.get('q') ?? '';
	const path = await territoryPath(db, url.searchParams.get('in') ?? '');
	const imported = url.searchParams.get('imported');
	return {
		page: new ServerOnly({
			path,
			search,
			places: search ? await findTerritories(db, search, 100) : await listTerritories(db, path.at(-1)?.id ?? null),
			counts: await countTerritories(db),
			packs: await listPacks(),
			imported: imported === null ? null : Number(imported) || 0,
		}),
	};
};

const done =
	(event: RequestEvent) =>
	({ rows }: { rows: number }) =>
		redirect(303, `/${event.locals.locale}/desk/territories?imported=${rows}`);

export const actions = {
	import: (event) =>
		submit(event, importTerritories, {
			form: 'import',
			read: async (form) => {
				const file = form.get('file');
				if (!(file instanceof File) || file.size === 0) refuse('field.missing', {}, 'file');
				return { csv: await file.text() };
			},
			done: done(event),
		}),
	pack: (event) =>
		submit(event, importTerritories, {
			form: 'pack',
			read: async (form) => ({ csv: await readPack(field(form, 'pack')) }),
			done: done(event),
		}),
} satisfies Actions;
