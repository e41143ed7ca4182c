// What the API tells of moderation: the rules in force. Cases and decisions are no public matter.
import { z } from 'zod';
import { defineQuery } from '#platform/server/queries.ts';
import { listRules } from './rulebook.ts';

export const moderationQueries = [
	defineQuery({
		name: 'moderation.listRules',
		about:
			'The rules of discussion in force in a space, by number; a space without its own has those of the space above.',
		path: '/spaces/{space}/rules',
		input: z.object({}),
		output: z.object({
			items: z.array(
				z.object({
					id: z.string(),
					number: z.number(),
					texts: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
				}),
			),
		}),
		run: async ({ db, spaceId }) => ({ items: await listRules(db, spaceId!) }),
	}),
];
