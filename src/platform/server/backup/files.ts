// The uploaded files: listed for a backup, staged and moved into place by a restore.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSafePath, type ArchivedFile } from './manifest.ts';
import { BackupRefused, damaged } from './refused.ts';

const staging = '.restoring-';

/** Relative paths of all regular files, sorted; links and leftovers of a restore are passed over. */
export async function listFiles(folder: string, below = ''): Promise<string[]> {
	const entries = await fs.readdir(path.join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	});
	const found: string[] = [];
	for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
		const name = below ? `${below}/${entry.name}` : entry.name;
		if (entry.isDirectory() && !(below === '' && entry.name.startsWith(staging)))
			found.push(...(await listFiles(folder, name)));
		else if (entry.isFile()) found.push(name);
	}
	return found;
}

/** Refuses a folder with any file that the archive does not hold just so (what an earlier, killed restore left is fine). */
export async function checkTarget(folder: string, archived: readonly ArchivedFile[]): Promise<void> {
	const known = new Map(archived.map((file) => [file.path, file]));
	for (const name of await listFiles(folder)) {
		const same = known.get(name);
		const full = path.join(folder, name);
		if (!same || (await fs.stat(full)).size !== same.size || (await hashOf(full)) !== same.sha256)
			throw new BackupRefused(
				'target.not_empty',
				`The folder ${folder} already holds files (such as ${name}). Restore into an empty one.`,
			);
	}
}

async function hashOf(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}

export interface Stage {
	/** Writes one file aside. */
	put: (file: ArchivedFile, body: AsyncIterable<Buffer>) => Promise<void>;
	/** Moves all of them into place. */
	settle: () => Promise<void>;
	/** Takes away everything this restore wrote. */
	undo: () => Promise<void>;
	/** Removes the folder aside. */
	close: () => Promise<void>;
}

/** A folder beside the files, on the same disk, from which they are renamed into place at the end. */
export async function openStage(folder: string): Promise<Stage> {
	await fs.mkdir(folder, { recursive: true });
	for (const name of await fs.readdir(folder))
		if (name.startsWith(staging)) await fs.rm(path.join(folder, name), { recursive: true, force: true });
	const aside = path.join(folder, `${staging}${randomBytes(4).toString('hex')}`);
	await fs.mkdir(aside, { mode: 0o700 });
	const [waiting, moved]: [string[], string[]] = [[], []];
	const close = (): Promise<void> => fs.rm(aside, { recursive: true, force: true });
	return {
		async put(file, body) {
			if (!isSafePath(file.path)) throw damaged(`a file is named ${file.path}`);
			const target = path.join(aside, file.path);
			await fs.mkdir(path.dirname(target), { recursive: true });
			await pipeline(body, createWriteStream(target, { flags: 'wx', flush: true }));
			waiting.push(file.path);
		},
		async settle() {
			for (const name of waiting) {
				await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
				if (!(await fs.lstat(path.join(folder, name)).catch(() => null))) moved.push(name);
				await fs.rename(path.join(aside, name), path.join(folder, name));
			}
		},
		async undo() {
			for (const name of moved) await fs.rm(path.join(folder, name), { force: true });
			await close();
		},
		close,
	};
}
