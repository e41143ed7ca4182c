// Whom a thread tells: whoever is replied to, and whoever wrote what it stands under.
import type { Recorded } from '#platform/fact.ts';
import type { Tx } from '#platform/server/db.ts';
import type { NoticeRule } from '#platform/server/room.ts';
import { subjectKind } from '#platform/server/subjects.ts';
import { contributionPublished } from '../facts.ts';
import './schema.ts';

/** Who wrote it: a moderator who lets it through is another person, and its author needs no notice of it. */
async function writerOf(tx: Tx, id: string): Promise<string | null> {
	const row = await tx.selectFrom('contribution').select('author_id').where('id', '=', id).executeTakeFirst();
	return row?.author_id ?? null;
}

/** Whether it came before readers earlier already: what comes back after a decision is not new. */
const cameBefore = async (tx: Tx, fact: Recorded): Promise<boolean> =>
	(await tx
		.selectFrom('activity')
		.select('id')
		.where('space_id', '=', fact.spaceId)
		.where('subject', '=', fact.subject)
		.where('type', '=', contributionPublished.type)
		.where('pos', '<', fact.pos)
		.executeTakeFirst()) !== undefined;

export const conversationNotices: readonly NoticeRule[] = [
	{
		fact: contributionPublished.type,
		key: 'notice.reply',
		subjectKind: 'contribution',
		once: true,
		recipients: async (tx, fact) => {
			const { parentAuthorId } = contributionPublished.parse(fact.data);
			return parentAuthorId && parentAuthorId !== (await writerOf(tx, fact.subject)) ? [parentAuthorId] : [];
		},
	},
	{
		fact: contributionPublished.type,
		key: 'notice.comment',
		subjectKind: 'thread',
		gathered: true,
		mail: true,
		recipients: async (tx, fact) => {
			const data = contributionPublished.parse(fact.data);
			const authors = (await subjectKind(data.subjectKind).authors?.(tx, data.subjectId)) ?? [];
			if (authors.length === 0 || (await cameBefore(tx, fact))) return [];
			const writer = await writerOf(tx, fact.subject);
			return authors.filter((id) => id !== writer && id !== data.parentAuthorId);
		},
	},
];
