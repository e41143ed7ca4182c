// What the API tells of threads.
import { z } from 'zod';
import { defineQuery } from '#platform/server/queries.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { idField } from '#platform/fields.ts';
import { type ContributionView, linesOf } from '../thread.ts';
import { listContributions } from './list-contributions.ts';
import './schema.ts';

const item = z.object({
	id: z.string(),
	parentId: z.string().nullable(),
	name: z.string().nullable(),
	locale: z.string(),
	text: z.string(),
	createdAt: z.string(),
	/** Said in the name of the space. */
	asSpace: z.boolean(),
});
const plain = ({ id, parentId, name, locale, text, createdAt, asSpace }: ContributionView) => ({
	id,
	parentId,
	name,
	locale,
	text,
	createdAt: createdAt.toISOString(),
	asSpace,
});

export const conversationQueries = [
	defineQuery({
		name: 'conversation.listContributions',
		about: 'Published contributions under a subject, oldest first, replies after what they answer.',
		path: '/spaces/{space}/threads/{subject}',
		input: z.object({
			subject: idField,
			cursor: idField.optional(),
			limit: z.coerce.number().int().min(1).max(100).default(50),
		}),
		output: z.object({ items: z.array(item), next: z.string().nullable() }),
		async run({ db, input, spaceId, locale }) {
			const thread = await db
				.selectFrom('thread')
				.select(['subject_kind as kind', 'subject_id as id'])
				.where('subject_id', '=', input.subject)
				.where('space_id', '=', spaceId)
				.executeTakeFirst();
			// Under what is held or withdrawn nothing is read either.
			if (!thread || !(await describeSubjects(db, [thread], locale)).get(thread.id)?.visible) return null;
			const view = await listContributions(db, input.subject, {
				sort: 'oldest',
				limit: input.limit,
				after: input.cursor,
			});
			if (!view) return null;
			return {
				items: linesOf(view.items)
					.filter((line) => line.item.state === 'published')
					.map((line) => plain(line.item)),
				next: view.next,
			};
		},
	}),
];
