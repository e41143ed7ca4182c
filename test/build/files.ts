// The files of the house, as the tests of the house read them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below `folder`, sorted, as paths that begin with `folder`; none if there is no such folder. */
export function filesUnder(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}
