// The search index: one row a subject and language, of public texts only, written by a follower.
import { sql } from 'kysely';
import { searchWords } from '#platform/search.ts';
import type { Db, Tx } from '../db.ts';

interface SearchEntryTable {
	subject_kind: string;
	subject_id: string;
	locale: string;
	space_id: string;
	title: string;
	words: string;
	folded: string;
	at: Date;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		search_entry: SearchEntryTable;
	}
}

export interface SearchEntry {
	kind: string;
	id: string;
	locale: string;
	spaceId: string;
	title: string;
	text: string;
	at: Date;
}

/** Puts a text in the index or renews it. */
export async function indexText(tx: Tx, entry: SearchEntry): Promise<void> {
	const folded = searchWords(`${entry.title} ${entry.text}`).slice(0, 5_000).join(' ');
	const words = sql<string>`to_tsvector('simple', ${folded})`;
	await tx
		.insertInto('search_entry')
		.values({
			subject_kind: entry.kind,
			subject_id: entry.id,
			locale: entry.locale,
			space_id: entry.spaceId,
			title: entry.title,
			words,
			folded: folded.slice(0, 20_000),
			at: entry.at,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['subject_kind', 'subject_id', 'locale'])
				.doUpdateSet({ title: entry.title, words, folded: folded.slice(0, 20_000), at: entry.at }),
		)
		.execute();
}

/** Takes a subject out of the index, in one language or all. */
export async function unindex(tx: Tx, kind: string, id: string, locale?: string): Promise<void> {
	await tx
		.deleteFrom('search_entry')
		.where('subject_kind', '=', kind)
		.where('subject_id', '=', id)
		.$if(locale !== undefined, (query) => query.where('locale', '=', locale!))
		.execute();
}

export interface Found {
	kind: string;
	id: string;
	locale: string;
	spaceId: string;
	title: string;
	at: Date;
}

/** Subjects holding every word (the last one as a beginning), best first; spaces limit it when given. */
export async function search(
	db: Db,
	text: string,
	options: { spaceIds?: readonly string[]; limit: number },
): Promise<Found[]> {
	const words = searchWords(text).slice(0, 8);
	if (words.length === 0) return [];
	const query = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
	const rows = await db
		.selectFrom('search_entry')
		.select(['subject_kind as kind', 'subject_id as id', 'locale', 'space_id as spaceId', 'title', 'at'])
		.where(sql<boolean>`words @@ to_tsquery('simple', ${query})`)
		.$if(options.spaceIds !== undefined, (narrowed) => narrowed.where('space_id', 'in', options.spaceIds!))
		.orderBy(sql`ts_rank(words, to_tsquery('simple', ${query}))`, 'desc')
		.orderBy('at', 'desc')
		.limit(options.limit)
		.execute();
	return rows;
}
