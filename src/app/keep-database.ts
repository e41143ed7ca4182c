// Watches over the embedded server of a running installation and starts it again when it is gone.
import type { Config } from '#platform/server/config.ts';
import { ensureServer } from '#platform/server/postgres/index.ts';

const alive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
	}
};

/** Looks every half second; answers how to stop looking. Nothing to do for an external database. */
export function keepDatabase(
	config: Config,
	pid: number | null,
	log: (line: string, details?: Record<string, unknown>) => void,
): () => Promise<void> {
	if (config.databaseUrl || pid === null) return () => Promise.resolve();
	let watched = pid;
	let stopped = false;
	let restarting: Promise<void> = Promise.resolve();
	let busy = false;
	const restart = async (): Promise<void> => {
		log('the database server is gone: starting it again');
		while (!stopped) {
			try {
				const server = await ensureServer({
					dataDir: config.dataDir,
					...(config.pgBinDir ? { binDir: config.pgBinDir } : {}),
				});
				watched = server.pid;
				log('the database server runs again', { pid: watched });
				return;
			} catch (error) {
				log('the database server did not start', { error: error instanceof Error ? error.message : String(error) });
				await new Promise((resolve) => setTimeout(resolve, 1_000));
			}
		}
	};
	const timer = setInterval(() => {
		if (busy || stopped || alive(watched)) return;
		busy = true;
		restarting = restart().finally(() => (busy = false));
	}, 500);
	return async () => {
		stopped = true;
		clearInterval(timer);
		await restarting;
	};
}
