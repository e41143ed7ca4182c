// What a database holds, asked from PostgreSQL's own catalogue: our tables, their references, partitions, triggers, sequences.
import pg from 'pg';
import type { Reference } from './order.ts';

/** Schemas of the job queue (pg-boss), whose tables are running state, made again by the application. */
const queueSchemas: readonly string[] = ['boss', 'pgboss'];
const migrationTable = 'kysely_migration';

export interface Named {
	schema: string;
	name: string;
}
export interface Table extends Named {
	partitioned: boolean;
	/** Columns that hold values of their own (generated ones are computed again). */
	columns: string[];
	partitions: (Named & { bound: string })[];
}
export interface Trigger extends Named {
	trigger: string;
	/** tgenabled: O on, R on replicas, A always. */
	state: string;
}

/** `"schema"."name"`. */
export const quoted = ({ schema, name }: Named): string =>
	`${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

/** Of the application: no system schema, no queue, not part of an extension. `$1` is the list of queue schemas. */
const ours = (kind: string): string => `
	from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where c.relkind = any('${kind}') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all($1)
		and c.relpersistence = 'p' and c.relname not in ('${migrationTable}', '${migrationTable}_lock')
		and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

async function rows<T extends pg.QueryResultRow>(
	client: pg.ClientBase,
	sql: string,
	values: unknown[] = [queueSchemas],
): Promise<T[]> {
	return (await client.query<T>(sql, values)).rows;
}

/** Tables with their columns and partitions, by name. A partitioned table stands for its partitions. */
export function tablesOf(client: pg.ClientBase): Promise<Table[]> {
	return rows<Table>(
		client,
		`select n.nspname::text as schema, c.relname::text as name, c.relkind = 'p' as partitioned,
			array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				and a.attgenerated = '' order by a.attnum) as columns,
			(select coalesce(json_agg(json_build_object('schema', pn.nspname, 'name', p.relname, 'bound', pg_get_expr(p.relpartbound, p.oid))
				order by pn.nspname, p.relname), '[]') from pg_inherits i join pg_class p on p.oid = i.inhrelid
				join pg_namespace pn on pn.oid = p.relnamespace where i.inhparent = c.oid and p.relispartition) as partitions
		${ours('{r,p}')} and not c.relispartition order by 1, 2`,
	);
}

/** Partitions that are partitioned again; a restore could not make them. */
export function nestedPartitions(client: pg.ClientBase): Promise<Named[]> {
	return rows<Named>(
		client,
		`select n.nspname::text as schema, c.relname::text as name ${ours('{p}')} and c.relispartition`,
	);
}

/** Foreign keys between tables, named as by `quoted`, partitions counted as their table. */
export function referencesOf(client: pg.ClientBase): Promise<Reference[]> {
	const name = (column: string): string =>
		`(select '"' || replace(n.nspname, '"', '""') || '"."' || replace(c.relname, '"', '""') || '"' from pg_class c
			join pg_namespace n on n.oid = c.relnamespace where c.oid = coalesce(pg_partition_root(k.${column}), k.${column}))`;
	return rows<Reference>(
		client,
		`select ${name('conrelid')} as "from", ${name('confrelid')} as "to", k.conname::text as constraint
		from pg_constraint k where k.contype = 'f' and k.conparentid = 0 order by 1, 2, 3`,
		[],
	);
}

/** Sequences with their value, as text since it may exceed a number. */
export async function sequencesOf(client: pg.ClientBase): Promise<(Named & { value: string; called: boolean })[]> {
	const found = await rows<Named>(
		client,
		`select n.nspname::text as schema, c.relname::text as name ${ours('{S}')} order by 1, 2`,
	);
	const all: (Named & { value: string; called: boolean })[] = [];
	for (const sequence of found) {
		const [state] = await rows<{ value: string; called: boolean }>(
			client,
			`select last_value::text as value, is_called as called from ${quoted(sequence)}`,
			[],
		);
		if (state) all.push({ ...sequence, ...state });
	}
	return all;
}

/** Triggers made by us that fire (not those behind foreign keys, nor a partition's copy of its table's). */
export function triggersOf(client: pg.ClientBase): Promise<Trigger[]> {
	return rows<Trigger>(
		client,
		`select s.schema, s.name, t.tgname::text as trigger, t.tgenabled::text as state
		from (select c.oid, n.nspname::text as schema, c.relname::text as name ${ours('{r,p}')}) s
		join pg_trigger t on t.tgrelid = s.oid where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'`,
	);
}

/** Views that hold rows of their own. */
export function materializedViewsOf(client: pg.ClientBase): Promise<Named[]> {
	return rows<Named>(client, `select n.nspname::text as schema, c.relname::text as name ${ours('{m}')} order by c.oid`);
}

/** Names of the applied migrations, in order; none when the database has never been migrated. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
	const [there] = await rows<{ there: boolean }>(client, 'select to_regclass($1) is not null as there', [
		migrationTable,
	]);
	if (!there?.there) return [];
	return (await rows<{ name: string }>(client, `select name from ${migrationTable} order by name`, [])).map(
		({ name }) => name,
	);
}

/** Same text for the same value on every server, whatever its settings; and no row silently left out. */
export async function plainSettings(client: pg.ClientBase): Promise<void> {
	await client.query(
		`set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local bytea_output = 'hex';
		set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local row_security = off; set local statement_timeout = 0;
		set local idle_in_transaction_session_timeout = 0; set local xmloption = 'content'`,
	);
}
