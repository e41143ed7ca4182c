// Writes one archive: all rows as of one moment, and the files.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
	migrationsOf,
	nestedPartitions,
	plainSettings,
	quoted,
	referencesOf,
	sequencesOf,
	tablesOf,
	type Table,
} from './catalogue.ts';
import { listFiles } from './files.ts';
import {
	about,
	aboutName,
	formatVersion,
	manifestName,
	manifestSchema,
	type ArchivedFile,
	type ArchivedTable,
	type Manifest,
} from './manifest.ts';
import { loadOrder } from './order.ts';
import { BackupRefused } from './refused.ts';
import { sealing } from './seal.ts';
import { blockSize, endOfTar, fileHeader, padding } from './tar.ts';

/** Bytes of a table held in memory at a time: the size of one part. */
const partSize = 4_000_000;

export interface BackupOptions {
	connection: pg.ClientConfig;
	filesDir: string;
	/** A path that does not exist yet (by custom ending in `.tar.zst`), or a stream. */
	out: string | Writable;
	appVersion: string;
}

/**
 * Backs up a running installation. Rows come from one repeatable-read transaction; files are read after it began, so every
 * file its rows name is there. A path is only ever a whole archive. Throws BackupRefused, or the database's or disk's error.
 */
export async function backup({ connection, filesDir, out, appVersion }: BackupOptions): Promise<Manifest> {
	if (typeof out !== 'string') return stream(connection, filesDir, out, appVersion);
	const refuseExisting = async (): Promise<void> => {
		if (await fs.lstat(out).catch(() => null))
			throw new BackupRefused('archive.exists', `${out} is already there. Choose another name.`);
	};
	await refuseExisting();
	const part = path.join(path.dirname(out), `.${path.basename(out)}.${randomBytes(4).toString('hex')}`);
	try {
		const manifest = await stream(
			connection,
			filesDir,
			(await fs.open(part, 'wx', 0o600)).createWriteStream({ flush: true }),
			appVersion,
		);
		await refuseExisting();
		await fs.rename(part, out);
		return manifest;
	} finally {
		await fs.rm(part, { force: true });
	}
}

async function stream(
	connection: pg.ClientConfig,
	filesDir: string,
	out: Writable,
	appVersion: string,
): Promise<Manifest> {
	const client = new pg.Client({ connectionTimeoutMillis: 10_000, application_name: 'joussour-backup', ...connection });
	client.on('error', () => undefined);
	await client.connect();
	try {
		await client.query('begin isolation level repeatable read read only');
		await plainSettings(client);
		const tables = await orderedTables(client);
		if (tables.length === 0)
			throw new BackupRefused('source.empty', 'This database is empty: there is nothing to back up.');
		if (tables.length > 0) await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
		const manifest = await describe(client, appVersion);
		const zstd = zlib.createZstdCompress({
			params: { [zlib.constants.ZSTD_c_compressionLevel]: 3, [zlib.constants.ZSTD_c_checksumFlag]: 1 },
		});
		await pipeline(
			Readable.from(entries(client, tables, filesDir, manifest), { objectMode: false }),
			zstd,
			sealing(),
			out,
		);
		await client.query('commit');
		return manifest;
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function orderedTables(client: pg.ClientBase): Promise<Table[]> {
	const [nested] = await nestedPartitions(client);
	if (nested)
		throw new BackupRefused(
			'archive.not_supported',
			`${quoted(nested)} is a partition that is partitioned again, which a backup cannot hold.`,
		);
	const byName = new Map((await tablesOf(client)).map((table) => [quoted(table), table]));
	const { order } = loadOrder([...byName.keys()], await referencesOf(client));
	return order.flatMap((name) => byName.get(name) ?? []);
}

/** The manifest without tables and files, which are added as they are written. */
async function describe(client: pg.ClientBase, appVersion: string): Promise<Manifest> {
	const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
	return {
		format: formatVersion,
		madeAt: new Date().toISOString(),
		appVersion,
		postgresVersion: rows[0]?.version ?? 'unknown',
		migrations: await migrationsOf(client),
		tables: [],
		sequences: await sequencesOf(client),
		files: [],
	};
}

async function* entries(
	client: pg.ClientBase,
	tables: readonly Table[],
	filesDir: string,
	manifest: Manifest,
): AsyncGenerator<Buffer> {
	yield* entry(aboutName, Buffer.from(about));
	for (const [index, table] of tables.entries()) manifest.tables.push(yield* tableEntries(client, table, index));
	for (const name of await listFiles(filesDir)) {
		const file = yield* fileEntry(filesDir, name);
		if (file) manifest.files.push(file);
	}
	yield* entry(manifestName, Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 1)}\n`));
	yield endOfTar;
}

function* entry(name: string, body: Buffer): Generator<Buffer> {
	yield Buffer.concat([fileHeader({ name, size: body.length }), body, padding(body.length)]);
}

async function* tableEntries(
	client: pg.ClientBase,
	table: Table,
	index: number,
): AsyncGenerator<Buffer, ArchivedTable> {
	const name = `${String(index + 1).padStart(4, '0')}-${table.name.replaceAll(/[^\w.-]/g, '_').slice(0, 60)}`;
	const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
	const rows = client.query(
		copyTo(`copy (select ${columns} from ${table.partitioned ? '' : 'only '}${quoted(table)}) to stdout`),
	);
	const hash = createHash('sha256');
	let [held, heldSize, bytes, part]: [Buffer[], number, number, number] = [[], 0, 0, 0];
	const next = (): Generator<Buffer> => {
		const body = Buffer.concat(held);
		[held, heldSize] = [[], 0];
		return entry(`tables/${name}/${String(++part).padStart(6, '0')}.copy`, body);
	};
	for await (const chunk of rows as AsyncIterable<Buffer>) {
		hash.update(chunk);
		held.push(chunk);
		[heldSize, bytes] = [heldSize + chunk.length, bytes + chunk.length];
		if (heldSize >= partSize) yield* next();
	}
	if (heldSize > 0) yield* next();
	const { schema, name: tableName, columns: names, partitions } = table;
	return {
		schema,
		name: tableName,
		entry: `tables/${name}`,
		columns: names,
		partitions,
		rows: rows.rowCount,
		bytes,
		sha256: hash.digest('hex'),
	};
}

/** One file's header and bytes; null when it was removed since it was listed. */
async function* fileEntry(filesDir: string, name: string): AsyncGenerator<Buffer, ArchivedFile | null> {
	const file = await fs.open(path.join(filesDir, name)).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	});
	if (!file) return null;
	try {
		const { size } = await file.stat();
		const hash = createHash('sha256');
		yield fileHeader({ name: `files/${name}`, size });
		let read = 0;
		if (size > 0)
			for await (const chunk of file.createReadStream({ end: size - 1, autoClose: false }) as AsyncIterable<Buffer>) {
				hash.update(chunk);
				read += chunk.length;
				yield chunk;
			}
		if (read !== size) throw new Error(`${name} became shorter while it was being read`);
		if (size % blockSize !== 0) yield padding(size);
		return { path: name, size, sha256: hash.digest('hex') };
	} finally {
		await file.close();
	}
}
