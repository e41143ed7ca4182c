// The folder of the installed program, wherever this file was bundled to.
import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
	for (let folder = from; ; folder = path.dirname(folder)) {
		if (existsSync(path.join(folder, 'db', 'migrations')) && existsSync(path.join(folder, 'package.json')))
			return folder;
		if (folder === path.dirname(folder)) throw new Error('the program folder was not found');
	}
}

export const root = findRoot(import.meta.dirname);
