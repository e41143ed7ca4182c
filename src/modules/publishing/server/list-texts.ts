// The plain text of published versions, to show why a search found them.
import { htmlToPlain } from '#platform/html/index.ts';
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

/** Texts by work id: summary and body in one line. What is not published in that language is left out. */
export async function listTexts(
	db: Db,
	versions: readonly { workId: string; locale: string }[],
): Promise<Map<string, string>> {
	if (versions.length === 0) return new Map();
	const rows = await db
		.selectFrom('work_version')
		.select(['work_id', 'locale', 'summary', 'body'])
		.where('state', '=', 'published')
		.where((eb) =>
			eb.or(versions.map(({ workId, locale }) => eb.and([eb('work_id', '=', workId), eb('locale', '=', locale)]))),
		)
		.execute();
	return new Map(
		rows.map((row) => [row.work_id, `${row.summary} ${htmlToPlain(row.body)}`.replace(/\s+/g, ' ').trim()]),
	);
}
