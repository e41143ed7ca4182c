// What the API tells of spaces.
import { z } from 'zod';
import { defineQuery } from '#platform/server/queries.ts';
import { readSpaceTree } from './read-spaces.ts';

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
];
