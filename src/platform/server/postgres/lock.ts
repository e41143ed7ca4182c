// One running application per data folder.
import path from 'node:path';
import { claim } from './claim.ts';
import { fromSystem } from './refused.ts';

export type AppLock = { release: () => void } | { heldBy: { pid: number; address: string } };

/**
 * Takes the data folder for this process, until `release` or its death (a killed process leaves nothing behind that counts).
 * Otherwise tells who runs there: "already running at <address>". Throws ServerRefused when the folder cannot be written.
 */
export function lockApp(dataDir: string, { address }: { address: string }): AppLock {
	const folder = path.join(path.resolve(dataDir), 'app.lock');
	try {
		const taken = claim(folder, address);
		return 'release' in taken ? taken : { heldBy: { pid: taken.heldBy.pid, address: taken.heldBy.note } };
	} catch (error) {
		throw fromSystem(error, folder);
	}
}
