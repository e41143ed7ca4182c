// Files of the installation: named by the hash of their content, described by a row, served only as what they are.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ColumnType, type JSONColumnType, sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Db, Tx } from '../db.ts';
import { acceptImage } from '../images/index.ts';
import { installation } from '../installation.ts';

interface FileTable {
	id: string;
	space_id: string | null;
	by_person: string | null;
	sha256: string;
	kind: string;
	bytes: number;
	width: number | null;
	height: number | null;
	/** Narrower copies of a picture, narrowest first; none for files kept before there were any. */
	copies: JSONColumnType<Copy[], string | undefined>;
	created_at: Date;
	/** When it was last brought in, also as the same content again. */
	brought_at: ColumnType<Date, Date | undefined>;
}

interface Copy {
	width: number;
	sha256: string;
	bytes: number;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		file: FileTable;
	}
}

const pathOf = (sha256: string): string => path.join(installation().config.filesDir, sha256.slice(0, 2), sha256);

/** Renews the date of content that is there, so that it is not swept as old (unused.ts); false when it has just gone. */
async function renewed(target: string): Promise<boolean> {
	const now = new Date();
	return utimes(target, now, now).then(
		() => true,
		() => false,
	);
}

/** Writes content under its hash, whole or not at all. */
async function store(bytes: Uint8Array): Promise<string> {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const target = pathOf(sha256);
	const there = await stat(target).catch(() => null);
	if (there?.size === bytes.byteLength && (await renewed(target))) return sha256;
	await mkdir(path.dirname(target), { recursive: true });
	const partial = `${target}.${newId()}`;
	await writeFile(partial, bytes, { flush: true });
	await rename(partial, target);
	return sha256;
}

/** Judges, re-encodes and keeps a picture; answers the file's id. Throws Refused for anything else. */
export async function saveImage(
	db: Db | Tx,
	given: { bytes: Uint8Array; spaceId: string | null; personId: string | null; now: Date },
): Promise<string> {
	const image = await acceptImage(given.bytes);
	const sha256 = await store(image.webp);
	const copies: Copy[] = [];
	for (const { webp, width } of image.copies) copies.push({ width, sha256: await store(webp), bytes: webp.byteLength });
	// The same picture from the same person in the same space is one file: a form sent twice stays one act.
	const there = await db
		.selectFrom('file')
		.select('id')
		.where('sha256', '=', sha256)
		.where('space_id', given.spaceId ? '=' : 'is', given.spaceId)
		.where('by_person', given.personId ? '=' : 'is', given.personId)
		.limit(1)
		.executeTakeFirst();
	if (there) {
		const again = await db
			.updateTable('file')
			.set({ copies: JSON.stringify(copies), brought_at: sql<Date>`now()` })
			.where('id', '=', there.id)
			.executeTakeFirst();
		if (again.numUpdatedRows > 0n) return there.id;
	}
	const id = newId(given.now.getTime());
	await db
		.insertInto('file')
		.values({
			id,
			space_id: given.spaceId,
			by_person: given.personId,
			sha256,
			kind: 'image/webp',
			bytes: image.webp.byteLength,
			width: image.width,
			height: image.height,
			copies: JSON.stringify(copies),
			created_at: given.now,
		})
		.execute();
	return id;
}

export interface StoredFile {
	kind: string;
	sha256: string;
	bytes: Uint8Array;
}

/** A file's content, or null; with a width, the narrowest copy that is at least as wide, else the picture itself. */
export async function readStored(db: Db, id: string, width = Infinity): Promise<StoredFile | null> {
	const row = await db.selectFrom('file').select(['sha256', 'kind', 'copies']).where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	const read = async (sha256: string): Promise<StoredFile | null> => {
		const bytes = await readFile(pathOf(sha256)).catch(() => null);
		return bytes && { kind: row.kind, sha256, bytes };
	};
	const copy = row.copies.find((candidate) => candidate.width >= width);
	return (copy && (await read(copy.sha256))) ?? read(row.sha256);
}

export interface FileSize {
	width: number;
	height: number;
	bytes: number;
}

/** A file never changes, so what it measures is asked once. */
const measured = new Map<string, FileSize>();
const measuredAtMost = 5_000;

/** Width, height and weight (bytes) of pictures, by file id. */
export async function sizesOf(db: Db, ids: readonly string[]): Promise<Map<string, FileSize>> {
	if (measured.size > measuredAtMost) measured.clear();
	const unknown = ids.filter((id) => !measured.has(id));
	const rows =
		unknown.length > 0
			? await db.selectFrom('file').select(['id', 'width', 'height', 'bytes']).where('id', 'in', unknown).execute()
			: [];
	for (const { id, width, height, bytes } of rows) measured.set(id, { width: width ?? 0, height: height ?? 0, bytes });
	return new Map(
		ids.flatMap((id) => {
			const size = measured.get(id);
			return size ? [[id, size]] : [];
		}),
	);
}

/** Lets go of the mark of who brought files in; pictures of published works stay with their space. */
export async function forgetUploader(tx: Tx, personId: string): Promise<void> {
	await tx.updateTable('file').set({ by_person: null }).where('by_person', '=', personId).execute();
}
