// Finding places: by code or name in any language, one with the places above it.
import { sql } from 'kysely';
import { hasControls } from '#platform/fields.ts';
import { isId } from '#platform/ids.ts';
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

const columns = [
	'id',
	'country',
	'level',
	'code',
	'names',
	'parent_id as parentId',
	'population',
	'census_year as censusYear',
	'source',
] as const;

/** Places whose code begins, or one of whose names holds, what was typed; exact codes first. */
export async function findTerritories(db: Db, typed: string, limit: number) {
	const text = typed.trim().toLowerCase();
	if (text === '' || hasControls(text)) return [];
	const safe = text.replaceAll(/[%_\\]/g, '\\$&');
	return db
		.selectFrom('territory')
		.select(columns)
		.where((eb) =>
			eb.or([
				eb(sql<string>`lower(code)`, 'like', `${safe}%`),
				sql<boolean>`exists (select 1 from jsonb_each_text(names) as given where lower(given.value) like ${`%${safe}%`})`,
			]),
		)
		.orderBy(sql`lower(code) <> ${text}`)
		.orderBy('country')
		.orderBy(sql`length(code)`)
		.orderBy('code')
		.limit(limit)
		.execute();
}

/** A place and those above it, the country first; empty when there is no such place. */
export async function territoryPath(db: Db, id: string) {
	const path = [];
	for (let next: string | null = isId(id) ? id : null; next && path.length < 12;) {
		const found: Awaited<ReturnType<typeof findTerritories>>[number] | undefined = await db
			.selectFrom('territory')
			.select(columns)
			.where('id', '=', next)
			.executeTakeFirst();
		if (!found) break;
		path.unshift(found);
		next = found.parentId;
	}
	return path;
}

/** How many places each country has. */
export const countTerritories = (db: Db) =>
	db
		.selectFrom('territory')
		.select(({ fn }) => ['country', fn.countAll<number>().as('places')])
		.groupBy('country')
		.orderBy('country')
		.execute();
