// What a cluster holds for the application: its role without powers, its database, the extensions. Safe to run again.
import pg from 'pg';
import { ownerRole, type Running } from './cluster.ts';

export const appRole = 'joussour';
export const appDatabase = 'joussour';
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'];

const asOwner = ({ host, port }: Running, database: string): pg.Client =>
	new pg.Client({
		host,
		port,
		user: ownerRole,
		database,
		password: '',
		ssl: false,
		connectionTimeoutMillis: 10_000,
		application_name: 'joussour-setup',
	});

/** Whether the server that wrote this record answers there. 'wait' while it is starting up or shutting down. */
export async function answers(running: Running): Promise<'yes' | 'no' | 'wait'> {
	const client = asOwner(running, 'postgres');
	client.on('error', () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ record: string }>(`select pg_read_file('postmaster.pid') as record`);
		return rows[0]?.record.startsWith(`${running.mark}\n`) ? 'yes' : 'no';
	} catch (error) {
		return error instanceof Error && 'code' in error && (error.code === '57P03' || error.code === '53300')
			? 'wait'
			: 'no';
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** Makes role, database and extensions where they are missing. */
export async function prepare(running: Running): Promise<void> {
	await asking(running, 'postgres', async (ask) => {
		if (!(await ask('select 1 from pg_roles where rolname = $1', appRole)))
			await ask(`create role ${appRole} login nosuperuser nocreatedb nocreaterole noreplication`);
		if (!(await ask('select 1 from pg_database where datname = $1', appDatabase)))
			await ask(`create database ${appDatabase} owner ${appRole}`);
	});
	await asking(running, appDatabase, async (ask) => {
		await ask(`revoke all on database ${appDatabase} from public`);
		for (const name of extensions)
			if (await ask('select 1 from pg_available_extensions where name = $1 and installed_version is null', name))
				await ask(`create extension if not exists ${name} with schema public`);
	});
}

type Ask = (sql: string, ...values: string[]) => Promise<boolean>;

async function asking(running: Running, database: string, work: (ask: Ask) => Promise<void>): Promise<void> {
	const client = asOwner(running, database);
	await client.connect();
	try {
		await work(async (sql, ...values) => ((await client.query(sql, values)).rowCount ?? 0) > 0);
	} finally {
		await client.end();
	}
}
