// Places by the names people type, and what stands in a place found without reading everything.
import { type Kysely, sql } from 'kysely';

/** Names as they were folded when this column came; an import writes them anew. */
export const fold = (name: string): string =>
	(
		name
			.normalize('NFKD')
			.replace(/[\p{Mn}\u0640]/gu, '')
			.replaceAll('\u0671', '\u0627')
			.replace(/[\u0649\u06cc]/g, '\u064a')
			.replaceAll('\u06a9', '\u0643')
			.replaceAll('\u0629', '\u0647')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	)
		.map((word) => (/^\p{Script=Arabic}/u.test(word) ? word.replace(/^(?:و?ال|و)(?=.{3})/u, '') : word))
		.join(' ');

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table territory add column known_as text[] not null default '{}'`.execute(db);
	const { rows } = await sql<{ id: string; names: Record<string, string> }>`select id, names from territory`.execute(
		db,
	);
	const known = rows.map(({ id, names }) => ({ id, as: [...new Set(Object.values(names).map(fold).filter(Boolean))] }));
	for (let from = 0; from < known.length; from += 500)
		await sql`
			update territory set known_as = array(select jsonb_array_elements_text(given.value -> 'as'))
			from jsonb_array_elements(${JSON.stringify(known.slice(from, from + 500))}::jsonb) as given
			where territory.id = (given.value ->> 'id')::uuid`.execute(db);
	await sql`create index territory_known_as on territory using gin (known_as)`.execute(db);
	await sql`create index work_territory on work (territory_id) where territory_id is not null`.execute(db);
	await sql`create index proposal_territory on proposal (territory_id) where territory_id is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop index proposal_territory, work_territory, territory_known_as`.execute(db);
	await sql`alter table territory drop column known_as`.execute(db);
}
