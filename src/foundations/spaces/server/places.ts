// Places for forms and pages: the one that was typed, those a form offers, and names of places with those above them.
import { type RawBuilder, sql } from 'kysely';
import { isId } from '#platform/ids.ts';
import { refuseAll, type Refusal } from '#platform/refusal.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import { foldName, isHintedAt, nameAndHint, type Place, type PlaceInTree } from '../place.ts';
import './schema.ts';

type Row = Place & { origin: string };

/** Places by id, each with those above it, as the database has them now. */
async function readPlaces(db: Db | Tx, ids: readonly string[]): Promise<Map<string, PlaceInTree>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<Row>`
		with recursive up(origin, id, parent_id, depth) as (
			select id, id, parent_id, 0 from territory where id = any(${[...new Set(ids)]}::uuid[])
			union all
			select up.origin, territory.id, territory.parent_id, up.depth + 1
			from up join territory on territory.id = up.parent_id where up.depth < 12
		)
		select up.origin, up.id, country, level, code, names
		from up join territory on territory.id = up.id order by up.depth`.execute(db);
	const found = new Map<string, PlaceInTree>();
	for (const [origin, [own, ...above]] of Map.groupBy(rows, (row) => row.origin)) {
		const plain = ({ id, country, level, code, names }: Row): Place => ({ id, country, level, code, names });
		if (own) found.set(origin, { ...plain(own), above: above.map(plain) });
	}
	return found;
}

const mostKept = 5_000;
const kept: { for?: object; places: Map<string, PlaceInTree> } = { places: new Map() };

/** Places by id for pages: from memory while the process hears every fact, else from the database. */
export async function placesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, PlaceInTree>> {
	const wanted = ids.filter((id) => id !== null);
	if (wanted.length === 0) return new Map();
	const running = installation();
	if (kept.for !== running) {
		kept.for = running;
		kept.places.clear();
		running.listener.onNews((news) => {
			if (news.some((fact) => fact.type.startsWith('spaces.'))) kept.places = new Map();
		});
		running.listener.onGap(() => (kept.places = new Map()));
	}
	const { places } = kept;
	const missing = wanted.filter((id) => !places.has(id));
	if (missing.length > 0) {
		const read = await readPlaces(db, missing);
		if (!running.listener.hearing || places.size > mostKept) return new Map([...places, ...read]);
		for (const [id, place] of read) places.set(id, place);
	}
	return places;
}

/** A place and all below it, as a set of ids for a condition. */
export const territoriesWithin = (id: string): RawBuilder<string> => sql`(
	with recursive below(id) as (
		select territory.id from territory where territory.id = ${id}
		union select territory.id from territory join below on territory.parent_id = below.id
	) select id from below)`;

export type FoundPlace =
	{ kind: 'none' | 'unknown' } | { kind: 'one'; place: PlaceInTree } | { kind: 'several'; places: PlaceInTree[] };

const mostNamesakes = 60;

async function bearing(db: Db | Tx, name: string): Promise<PlaceInTree[]> {
	if (name === '') return [];
	const rows = await db
		.selectFrom('territory')
		.select('id')
		.where(sql<boolean>`known_as @> ${[name]}::text[]`)
		.orderBy(sql`length(code)`)
		.orderBy('code')
		.limit(mostNamesakes)
		.execute();
	const places = await readPlaces(
		db,
		rows.map((row) => row.id),
	);
	return rows.flatMap(({ id }) => places.get(id) ?? []);
}

/**
 * The place somebody means: by id, or by a name in any language, perhaps with its level or the place above it in brackets.
 * Those within `near` come before namesakes elsewhere; `chosen` is the one picked among namesakes.
 */
export async function findPlace(
	db: Db | Tx,
	typed: string,
	{ near = null, chosen = '' }: { near?: string | null; chosen?: string } = {},
): Promise<FoundPlace> {
	const text = typed.trim();
	if (text === '') return { kind: 'none' };
	if (isId(text)) {
		const place = (await readPlaces(db, [text])).get(text);
		return place ? { kind: 'one', place } : { kind: 'unknown' };
	}
	const parts = nameAndHint(text);
	let found = await bearing(db, foldName(text));
	if (found.length === 0 && parts)
		found = (await bearing(db, parts.name)).filter((place) => isHintedAt(place, parts.hint));
	const picked = found.find((place) => place.id === chosen);
	if (picked) return { kind: 'one', place: picked };
	const within = found.filter((place) => place.id === near || place.above.some(({ id }) => id === near));
	const [first, ...others] = within.length > 0 ? within : found;
	if (!first) return { kind: 'unknown' };
	return others.length === 0 ? { kind: 'one', place: first } : { kind: 'several', places: [first, ...others] };
}

async function findIn(tx: Tx, spaceId: string | null, typed: string): Promise<FoundPlace> {
	const space = await tx.selectFrom('space').select('territory_id').where('id', '=', spaceId).executeTakeFirst();
	return findPlace(tx, typed, { near: space?.territory_id ?? null });
}

const wrongWith = ({ kind }: FoundPlace, typed: string): Refusal[] =>
	kind === 'several' || kind === 'unknown'
		? [{ code: `place.${kind}`, params: { name: typed.slice(0, 80) }, field: 'territory' }]
		: [];

/** What is wrong with the place typed in a form of a space: `place.unknown` or `place.several`. */
export async function placeRefusals(
	tx: Tx,
	spaceId: string | null,
	typed: string | null | undefined,
): Promise<Refusal[]> {
	return typed ? wrongWith(await findIn(tx, spaceId, typed), typed) : [];
}

/** The id of the place typed in a form of a space, or null for none. Refuses what `placeRefusals` says. */
export async function takePlace(tx: Tx, spaceId: string, typed: string | null | undefined): Promise<string | null> {
	if (!typed) return null;
	const found = await findIn(tx, spaceId, typed);
	refuseAll(wrongWith(found, typed));
	return found.kind === 'one' ? found.place.id : null;
}

/** The place of an address (`MA-05.081`) or an id; null when there is none. */
export async function placeAt(db: Db | Tx, reference: string): Promise<PlaceInTree | null> {
	if (isId(reference)) return (await readPlaces(db, [reference])).get(reference) ?? null;
	const [, country, code] = /^([A-Z]{2})-([\w.-]{1,40})$/.exec(reference) ?? [];
	if (!country || !code) return null;
	const row = await db
		.selectFrom('territory')
		.select('id')
		.where('country', '=', country)
		.where('code', '=', code)
		.executeTakeFirst();
	return row ? ((await readPlaces(db, [row.id])).get(row.id) ?? null) : null;
}

/** A place and those below it, the widest first; all of them without one. At most `limit`. */
export async function placesBelow(db: Db, id: string | null, limit: number): Promise<PlaceInTree[]> {
	const { rows } = await sql<{ id: string }>`
		with recursive below(id, code, depth) as (
			select id, code, 0 from territory where ${id === null ? sql`parent_id is null` : sql`id = ${id}`}
			union all
			select territory.id, territory.code, below.depth + 1
			from territory join below on territory.parent_id = below.id where below.depth < 12
		) select id from below order by depth, code limit ${limit}`.execute(db);
	const places = await readPlaces(
		db,
		rows.map((row) => row.id),
	);
	return rows.flatMap((row) => places.get(row.id) ?? []);
}
