// Lets go of pictures that nothing shows any more: first their rows, and a night later the content that no row names, so that a
// backup taken meanwhile finds what its rows name.
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db, Tx } from '../db.ts';
import { installation } from '../installation.ts';
import './files.ts';

/** Ids of the files that something refers to. */
export type FilesInUse = (db: Db | Tx) => Promise<readonly string[]>;

/** Removes the rows of files last brought in before an instant that nothing refers to; answers how many. */
export async function forgetUnused(db: Db, inUse: FilesInUse, before: Date): Promise<number> {
	return db.transaction().execute(async (tx) => {
		const used = await inUse(tx);
		const unused = await tx
			.selectFrom('file')
			.select('id')
			.where('brought_at', '<', before)
			.where('id', '<>', sql<string>`all(${used}::uuid[])`)
			.forUpdate()
			.skipLocked()
			.execute();
		if (unused.length === 0) return 0;
		// Asked again once they are held: what came to refer to one meanwhile keeps it.
		const kept = new Set(await inUse(tx));
		const gone = unused.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
		await tx
			.deleteFrom('file')
			.where('id', '=', sql<string>`any(${gone}::uuid[])`)
			.execute();
		return gone.length;
	});
}

/** Names of stored contents that are as they were before an instant. */
async function* storedBefore(before: Date): AsyncGenerator<string> {
	const { filesDir } = installation().config;
	for (const folder of await readdir(filesDir).catch(() => []))
		if (/^[0-9a-f]{2}$/.test(folder))
			for (const name of await readdir(path.join(filesDir, folder))) {
				const file = path.join(filesDir, folder, name);
				if (await isOlder(file, before)) yield file;
			}
}

const isOlder = async (file: string, before: Date): Promise<boolean> => {
	const found = await stat(file).catch(() => null);
	return found !== null && found.mtime < before;
};

/** Removes content that no row names, and what a crash left half written, when older than an instant; answers how much. */
export async function sweepContent(db: Db, before: Date): Promise<number> {
	const old: string[] = [];
	for await (const file of storedBefore(before)) old.push(file);
	if (old.length === 0) return 0;
	const rows = await db.selectFrom('file').select(['sha256', 'copies']).execute();
	const named = new Set(rows.flatMap(({ sha256, copies }) => [sha256, ...copies.map((copy) => copy.sha256)]));
	let swept = 0;
	for (const file of old) {
		if (named.has(path.basename(file))) continue;
		const aside = `${file}.gone`;
		await rename(file, aside);
		// Brought in again since: whoever did so has renewed its date, and finds it back.
		if (!(await isOlder(aside, before))) {
			await rename(aside, file);
			continue;
		}
		await rm(aside);
		swept++;
	}
	return swept;
}
