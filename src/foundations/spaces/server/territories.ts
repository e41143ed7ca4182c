// Territories: a tree of places imported from CSV, with names in every language that has one.
import { z } from 'zod';
import { holds } from '#platform/actor.ts';
import { parseCsv } from '#platform/csv.ts';
import { hasControls } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { territoriesImported } from '../facts.ts';
import { knownAs } from '../place.ts';
import { may } from '../role.ts';
import './schema.ts';

const needed = ['country', 'level', 'code', 'parent_code', 'source'];
const number = (text: string | undefined): number | null => (text?.trim() ? Number(text) : null);
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 2_147_483_647;

interface Row {
	country: string;
	level: string;
	code: string;
	parent: string;
	names: Record<string, string>;
	cells: Record<string, string>;
}

/** Columns of a line that cannot be stored; latitude and longitude in degrees. */
function wrongIn(cells: Record<string, string>, names: Record<string, string>): string[] {
	const within = (column: string, most: number) => Math.abs(number(cells[column]) ?? 0) <= most;
	return [
		...['code', 'country'].filter((column) => !cells[column]),
		...(Object.keys(names).length === 0 ? ['name_…'] : []),
		...(within('lat', 90) ? [] : ['lat']),
		...(within('lon', 180) ? [] : ['lon']),
		...['population', 'census_year'].filter((column) => !isCount(number(cells[column]) ?? 0)),
	];
}

/** So many wrong lines are named at once. */
const mostNamed = 10;

/** Reads the pack's columns (see docs/operations.md); wrong lines are named, each with its columns. */
export function readTerritories(csv: string): Row[] {
	const [head = [], ...lines] = parseCsv(csv);
	for (const column of needed) if (!head.includes(column)) refuse('territories.column_missing', { column });
	const wrong: string[] = [];
	const rows = lines.map((line, index) => {
		const cells = Object.fromEntries(head.map((column, i) => [column, line[i] ?? '']));
		const names = Object.fromEntries(
			head
				.filter((column) => column.startsWith('name_') && cells[column])
				.map((column) => [column.slice(5), cells[column]!]),
		);
		const columns = wrongIn(cells, names);
		if (columns.length > 0) wrong.push(`${index + 2} (${columns.join(', ')})`);
		return {
			country: cells['country'] ?? '',
			level: cells['level'] ?? '',
			code: cells['code'] ?? '',
			parent: cells['parent_code'] ?? '',
			names,
			cells,
		};
	});
	const named = wrong.slice(0, mostNamed).join(' · ');
	if (wrong.length > 0) refuse('territories.lines_wrong', { lines: wrong.length > mostNamed ? `${named} …` : named });
	return rows;
}

/** Adds or renews rows by country and code; parents may stand anywhere in the file. Returns how many. */
export async function saveTerritories(tx: Tx, rows: readonly Row[]): Promise<number> {
	const known = await tx.selectFrom('territory').select(['id', 'country', 'code']).execute();
	const ids = new Map(known.map((row) => [`${row.country} ${row.code}`, row.id]));
	for (const row of rows) if (!ids.has(`${row.country} ${row.code}`)) ids.set(`${row.country} ${row.code}`, newId());
	const values = rows.map(({ country, level, code, parent, names, cells }) => ({
		id: ids.get(`${country} ${code}`)!,
		country,
		level,
		code,
		parent_id: parent
			? (ids.get(`${country} ${parent}`) ?? refuse('territories.parent_missing', { code, parent }))
			: null,
		names: JSON.stringify(names),
		known_as: knownAs(names),
		lat: number(cells['lat']),
		lon: number(cells['lon']),
		population: number(cells['population']),
		census_year: number(cells['census_year']),
		source: cells['source'] ?? '',
	}));
	const byId = new Map(values.map((value) => [value.id, value]));
	const depthOf = (value: (typeof values)[number]): number => {
		let depth = 0;
		for (let at = value; at.parent_id && byId.has(at.parent_id); at = byId.get(at.parent_id)!)
			if (++depth > 20) refuse('territories.circle', { code: value.code });
		return depth;
	};
	const ordered = values.map((value) => ({ value, depth: depthOf(value) })).sort((a, b) => a.depth - b.depth);
	for (let from = 0; from < ordered.length; from += 500)
		await tx
			.insertInto('territory')
			.values(ordered.slice(from, from + 500).map(({ value }) => value))
			.onConflict((conflict) =>
				conflict.columns(['country', 'code']).doUpdateSet((eb) => ({
					level: eb.ref('excluded.level'),
					names: eb.ref('excluded.names'),
					known_as: eb.ref('excluded.known_as'),
					parent_id: eb.ref('excluded.parent_id'),
					population: eb.ref('excluded.population'),
					source: eb.ref('excluded.source'),
				})),
			)
			.execute();
	return values.length;
}

export const importTerritories = defineCommand({
	name: 'spaces.importTerritories',
	about: 'Adds or renews territories from a CSV file.',
	input: z.object({
		csv: z
			.string()
			.min(1)
			.max(5_000_000)
			.refine((text) => !hasControls(text), 'territories.not_text'),
	}),
	load: () => Promise.resolve(null),
	allow: (actor) => (holds(actor, ...may.administer) || actor.kind === 'system' ? null : { code: 'access.denied' }),
	async run({ tx, input, spaceId }) {
		const rows = readTerritories(input.csv);
		const saved = await saveTerritories(tx, rows);
		return {
			result: { rows: saved },
			facts: [territoriesImported(spaceId!, { country: rows[0]?.country ?? '', rows: saved })],
		};
	},
});

/** The places directly below one (or the tops), by name in a language. */
export async function listTerritories(db: Db, parentId: string | null) {
	return db
		.selectFrom('territory')
		.select(['id', 'country', 'level', 'code', 'names', 'population', 'source'])
		.where('parent_id', parentId ? '=' : 'is', parentId)
		.orderBy('country')
		.orderBy('code')
		.execute();
}
