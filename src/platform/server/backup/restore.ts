// Puts an archive into an empty installation: everything or nothing.
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrationsOf, plainSettings, quoted } from './catalogue.ts';
import { checkTarget, openStage, type Stage } from './files.ts';
import type { ArchivedTable, Manifest } from './manifest.ts';
import { BackupRefused, damaged } from './refused.ts';
import { checkEmpty, checkShape, emptyTables, finish, makePartitions, quieten, takeOver } from './target.ts';
import type { TarReader } from './tar-reader.ts';
import { verifyArchive, withArchive } from './verify.ts';

export interface RestoreOptions {
	archive: string;
	connection: pg.ClientConfig;
	filesDir: string;
	/** Brings the database's schema to exactly these migrations; runs outside the restore's own transaction. */
	migrate: (names: readonly string[]) => Promise<void>;
}

/**
 * Restores into a database without rows and a folder without other files. The archive is read through before anything is touched;
 * then rows are loaded in one transaction and files renamed into place just before its commit. On any error rows and files are
 * as before (at most, the schema has been migrated). Throws BackupRefused, or the database's or disk's error.
 */
export async function restore({ archive, connection, filesDir, migrate }: RestoreOptions): Promise<Manifest> {
	const manifest = await verifyArchive(archive);
	const client = new pg.Client({
		connectionTimeoutMillis: 10_000,
		application_name: 'joussour-restore',
		...connection,
	});
	client.on('error', () => undefined);
	await client.connect();
	try {
		await checkEmpty(client);
		await checkTarget(filesDir, manifest.files);
		const before = await migrationsOf(client);
		await migrate(manifest.migrations);
		await checkShape(client, manifest);
		const migrated = before.length !== manifest.migrations.length;
		const stage = await openStage(filesDir);
		try {
			await fill(client, archive, manifest, stage, migrated);
		} catch (error) {
			await client.query('rollback').catch(() => undefined);
			await stage.undo();
			throw error;
		}
		await commit(client, stage);
		await client.query('analyze').catch(() => undefined);
		return manifest;
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function fill(
	client: pg.ClientBase,
	archive: string,
	manifest: Manifest,
	stage: Stage,
	migrated: boolean,
): Promise<void> {
	await client.query('begin');
	await plainSettings(client);
	await takeOver(client);
	if (!migrated) await checkEmpty(client);
	await makePartitions(client, manifest);
	const asItWas = await quieten(client, manifest);
	if (migrated) await emptyTables(client);
	await withArchive(archive, (reader) => load(client, reader, manifest, stage));
	await asItWas();
	await finish(client, manifest);
	await stage.settle();
}

/** When the answer to COMMIT is lost, its rows may be there: the files then stay, since files without rows do no harm. */
async function commit(client: pg.ClientBase, stage: Stage): Promise<void> {
	try {
		const { command } = await client.query('commit');
		if (command !== 'COMMIT') await stage.undo();
		if (command !== 'COMMIT') throw new Error('the restore was rolled back instead of committed');
	} finally {
		await stage.close();
	}
}

async function load(client: pg.ClientBase, reader: TarReader, manifest: Manifest, stage: Stage): Promise<void> {
	const tables = new Map(manifest.tables.map((table) => [table.entry, table]));
	const files = new Map(manifest.files.map((file) => [`files/${file.path}`, file]));
	let entry = await reader.advance();
	while (entry) {
		const folder = entry.name.split('/', 2).join('/');
		const table = tables.get(folder);
		const file = files.get(entry.name);
		if (table) {
			await loadTable(client, reader, table);
			entry = reader.current;
		} else {
			if (file) await stage.put(file, reader.body());
			entry = await reader.advance();
		}
	}
}

/** Loads all parts of one table, and leaves the reader at the first entry after them. */
async function loadTable(client: pg.ClientBase, reader: TarReader, table: ArchivedTable): Promise<void> {
	const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
	const into = client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`));
	const hash = createHash('sha256');
	const hashing = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			done(null, chunk);
		},
	});
	await pipeline(Readable.from(parts(reader, `${table.entry}/`), { objectMode: false }), hashing, into);
	if (hash.digest('hex') !== table.sha256) throw damaged(`the rows of ${table.name} differ`);
	if (into.rowCount !== table.rows)
		throw new BackupRefused(
			'target.mismatch',
			`The database took ${into.rowCount} of ${table.rows} rows of ${quoted(table)}. Nothing was restored.`,
		);
}

async function* parts(reader: TarReader, prefix: string): AsyncGenerator<Buffer> {
	while (reader.current?.name.startsWith(prefix)) {
		yield* reader.body();
		await reader.advance();
	}
}
