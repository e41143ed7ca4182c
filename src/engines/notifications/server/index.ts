// Door of notifications: what a person is told, where they read it.
import { z } from 'zod';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { anyCommand, type Room } from '#platform/server/room.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { notices } from './follower.ts';
import { sendLetterAgain } from './send-letter-again.ts';
import './schema.ts';

export { sendLetterAgain } from './send-letter-again.ts';

/** A person's notices, newest first, each with where it leads. */
export async function listNotices(db: Db, personId: string, locale: string, limit: number) {
	const rows = await db
		.selectFrom('notice')
		.selectAll()
		.where('person_id', '=', personId)
		.orderBy('at', 'desc')
		.limit(limit)
		.execute();
	const subjects = await describeSubjects(
		db,
		rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })),
		locale,
	);
	return rows.map((row) => ({
		key: row.key,
		at: row.at,
		unread: row.read_at === null,
		spaceId: row.space_id,
		subjectId: row.subject_id,
		subject: subjects.get(row.subject_id) ?? null,
	}));
}

export async function countUnread(db: Db, personId: string): Promise<number> {
	const { n } = await db
		.selectFrom('notice')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('person_id', '=', personId)
		.where('read_at', 'is', null)
		.executeTakeFirstOrThrow();
	return n;
}

export const readNotices = defineCommand({
	name: 'notifications.readNotices',
	about: 'Marks all of one’s notices as read.',
	input: z.object({}),
	load: () => Promise.resolve(null),
	allow: (actor) => (actor.kind === 'person' && actor.id ? null : { code: 'access.sign_in' }),
	async run({ tx, actor, now }) {
		await tx
			.updateTable('notice')
			.set({ read_at: now })
			.where('person_id', '=', actor.id!)
			.where('read_at', 'is', null)
			.execute();
		return { result: {}, facts: [] };
	},
});

export const notifications: Room = {
	name: 'notifications',
	commands: [anyCommand(readNotices), anyCommand(sendLetterAgain)],
	followers: [notices],
	personal: {
		export: async (db, personId) => ({
			notices: await db.selectFrom('notice').select(['key', 'at']).where('person_id', '=', personId).execute(),
		}),
		async erase(tx, personId) {
			await tx.deleteFrom('notice').where('person_id', '=', personId).execute();
		},
	},
};
