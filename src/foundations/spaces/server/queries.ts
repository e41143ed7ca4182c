// What the API tells of spaces.
import { z } from 'zod';
import { installation } from '#platform/server/installation.ts';
import { defineQuery } from '#platform/server/queries.ts';
import { search } from '#platform/server/search/index.ts';
import { describeSubjects, type SubjectView } from '#platform/server/subjects.ts';
import { findTerritories } from './find-territories.ts';
import { readSpaceTree, withDescendants } from './read-spaces.ts';

const text = z.object({ name: z.string(), description: z.string() });

export const spaceQueries = [
	defineQuery({
		name: 'spaces.listSpaces',
		about: 'Every space of the installation, with its names and languages.',
		path: '/spaces',
		input: z.object({}),
		output: z.object({
			items: z.array(
				z.object({
					id: z.string(),
					parentId: z.string().nullable(),
					kind: z.string(),
					address: z.string(),
					languages: z.array(z.string()),
					texts: z.record(z.string(), text),
				}),
			),
		}),
		async run({ db }) {
			const { all } = await readSpaceTree(db);
			return {
				items: all.map(({ id, parentId, kind, address, languages, texts }) => ({
					id,
					parentId,
					kind,
					address,
					languages: [...languages],
					texts: texts as Record<string, z.infer<typeof text>>,
				})),
			};
		},
	}),
	defineQuery({
		name: 'spaces.findTerritories',
		about: 'Places whose code begins with, or one of whose names holds, the words; with their names in every language.',
		path: '/territories',
		input: z.object({ q: z.string().min(1).max(80), limit: z.coerce.number().int().min(1).max(50).default(20) }),
		output: z.object({
			items: z.array(
				z.object({
					id: z.string(),
					country: z.string(),
					level: z.string(),
					code: z.string(),
					names: z.record(z.string(), z.string()),
					parentId: z.string().nullable(),
					population: z.number().nullable(),
					censusYear: z.number().nullable(),
					source: z.string(),
				}),
			),
		}),
		run: async ({ db, input }) => ({
			items: (await findTerritories(db, input.q, input.limit)).map((place) => ({
				...place,
				names: place.names as Record<string, string>,
			})),
		}),
	}),
	defineQuery({
		name: 'spaces.searchTexts',
		about:
			'Public texts that hold every word, best first: works, proposals and contributions of a space and those below it.',
		path: '/spaces/{space}/search',
		input: z.object({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(20) }),
		output: z.object({
			items: z.array(
				z.object({
					kind: z.string(),
					id: z.string(),
					locale: z.string(),
					title: z.string(),
					url: z.string(),
					at: z.string(),
				}),
			),
		}),
		async run({ db, input, spaceId }) {
			const spaceIds = withDescendants(await readSpaceTree(db), spaceId!);
			const found = await search(db, input.q, { spaceIds, limit: input.limit });
			// A work is found once a language, each under the address of that language.
			const views = new Map<string, SubjectView>();
			for (const [language, own] of Map.groupBy(found, (row) => row.locale))
				for (const [id, view] of await describeSubjects(db, own, language)) views.set(`${id} ${language}`, view);
			const { origin } = installation().config;
			return {
				items: found.flatMap(({ kind, id, locale: language, title, at }) => {
					const view = views.get(`${id} ${language}`);
					return view?.visible
						? [{ kind, id, locale: language, title, url: origin + view.path, at: at.toISOString() }]
						: [];
				}),
			};
		},
	}),
];
