// The database a restore goes into: empty, of the same shape, and made ready so that loading fires nothing.
import pg from 'pg';
import {
	migrationsOf,
	materializedViewsOf,
	quoted,
	referencesOf,
	tablesOf,
	triggersOf,
	type Named,
} from './catalogue.ts';
import type { Manifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';

const word = pg.escapeIdentifier;

/** Refuses a database with a row in any table of ours. */
export async function checkEmpty(client: pg.ClientBase): Promise<void> {
	for (const table of await tablesOf(client)) {
		const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${quoted(table)}) as some`);
		if (rows[0]?.some)
			throw new BackupRefused(
				'target.not_empty',
				`The database already holds rows (in ${quoted(table)}). Restore into an empty database.`,
			);
	}
}

/** Refuses a database whose migrations or columns are not those of the archive. */
export async function checkShape(client: pg.ClientBase, manifest: Manifest): Promise<void> {
	const applied = await migrationsOf(client);
	if (applied.join('\n') !== manifest.migrations.join('\n'))
		throw new BackupRefused(
			'target.mismatch',
			`The archive was made at migration ${manifest.migrations.at(-1) ?? '(none)'}, the database is at ${applied.at(-1) ?? '(none)'}.`,
		);
	const there = new Map((await tablesOf(client)).map((table) => [quoted(table), new Set(table.columns)]));
	for (const table of manifest.tables) {
		const columns = there.get(quoted(table));
		const missing = columns ? table.columns.find((column) => !columns.has(column)) : table.name;
		if (missing !== undefined)
			throw new BackupRefused('target.mismatch', `The database has no place for ${missing} of table ${quoted(table)}.`);
	}
}

/** Keeps everybody else out until the transaction ends. */
export async function takeOver(client: pg.ClientBase): Promise<void> {
	const tables = (await tablesOf(client)).map(quoted).join(', ');
	if (tables !== '') await client.query(`lock table ${tables} in access exclusive mode`);
}

/** Removes what the migrations put in; the archive holds it too. */
export async function emptyTables(client: pg.ClientBase): Promise<void> {
	const tables = (await tablesOf(client)).map(quoted).join(', ');
	if (tables !== '') await client.query(`truncate table ${tables}`);
}

/** Makes the partitions the archive's rows need and the migrations did not make. */
export async function makePartitions(client: pg.ClientBase, manifest: Manifest): Promise<void> {
	const there = new Map((await tablesOf(client)).map((table) => [quoted(table), table.partitions]));
	for (const table of manifest.tables) {
		const bounds = new Set(there.get(quoted(table))?.map(({ bound }) => bound));
		for (const partition of table.partitions.filter(({ bound }) => !bounds.has(bound)))
			await client.query(`create table ${quoted(partition)} partition of ${quoted(table)} ${partition.bound}`);
	}
}

/**
 * Turns off triggers, which have done their work on these rows already, and lets references that go round in a circle be checked
 * at the end. Needs only to own the tables. Answers what turns everything back as it was, checking all references first.
 */
export async function quieten(client: pg.ClientBase, manifest: Manifest): Promise<() => Promise<void>> {
	const triggers = await triggersOf(client);
	for (const { trigger, ...table } of triggers)
		await client.query(`alter table ${quoted(table)} disable trigger ${word(trigger)}`);
	const names = manifest.tables.map(quoted);
	const place = new Map(names.map((name, index) => [name, index]));
	const references = await referencesOf(client);
	const early = references.filter(({ from, to }) => (place.get(from) ?? Infinity) < (place.get(to) ?? -1));
	const alter = (how: string) => async (each: { from: string; constraint: string }) =>
		client.query(`alter table ${each.from} alter constraint ${word(each.constraint)} ${how}`);
	const states = await deferrable(client);
	const late = early.map((each) => ({
		...each,
		was: states.get(`${each.from}.${each.constraint}`) ?? 'not deferrable',
	}));
	for (const each of late) await alter('deferrable initially deferred')(each);
	return async () => {
		await client.query('set constraints all immediate');
		for (const each of late) await alter(each.was)(each);
		for (const { trigger, state, ...table } of triggers) {
			const mode = state === 'R' ? 'replica ' : state === 'A' ? 'always ' : '';
			await client.query(`alter table ${quoted(table)} enable ${mode}trigger ${word(trigger)}`);
		}
	};
}

async function deferrable(client: pg.ClientBase): Promise<Map<string, string>> {
	const { rows } = await client.query<Named & { constraint: string; deferred: boolean }>(
		`select n.nspname::text as schema, c.relname::text as name, k.conname::text as constraint, k.condeferred as deferred
		from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
		where k.contype = 'f' and k.condeferrable`,
	);
	return new Map(
		rows.map(({ constraint, deferred, ...table }) => [
			`${quoted(table)}.${constraint}`,
			`deferrable initially ${deferred ? 'deferred' : 'immediate'}`,
		]),
	);
}

/** Sets sequences where they stood and fills the views that hold rows. */
export async function finish(client: pg.ClientBase, manifest: Manifest): Promise<void> {
	for (const view of await materializedViewsOf(client)) await client.query(`refresh materialized view ${quoted(view)}`);
	for (const sequence of manifest.sequences)
		await client.query('select setval($1::regclass, $2::bigint, $3)', [
			quoted(sequence),
			sequence.value,
			sequence.called,
		]);
}
