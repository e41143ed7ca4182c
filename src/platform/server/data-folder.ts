// The folders of an installation, made when they are missing; a place that takes none is a wrong setting, said in one line.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from './config.ts';

const codeOf = (error: unknown): string =>
	typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const why: Readonly<Record<string, string>> = {
	EACCES: 'this user may not write there; look at its owner and permissions',
	EPERM: 'this user may not write there; look at its owner and permissions',
	EROFS: 'the disk can only be read',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a part of this path is not a folder',
	EEXIST: 'this is a file where a folder is needed',
	ENOENT: 'no folder can be made there; this is no ordinary disk',
};

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Makes a folder below those that exist, one by one: asked to make all at once, Node tries without end on file systems
 * that take no folder (/proc). Throws a ConfigError that names DATA_DIR.
 */
export function makeDataFolder(folder: string): void {
	const missing: string[] = [];
	try {
		for (let at = path.resolve(folder); !isFolder(at); at = path.dirname(at)) {
			if (statSync(at, { throwIfNoEntry: false })) throw Object.assign(new Error('a file'), { code: 'EEXIST' });
			missing.push(at);
		}
		for (const one of missing.reverse()) if (!isFolder(one)) mkdirSync(one);
	} catch (error) {
		// Another process may have made it at this very moment.
		if (isFolder(folder)) return;
		const reason = why[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
		throw new ConfigError([`DATA_DIR: ${folder} cannot be made: ${reason}. Choose another place.`]);
	}
}
