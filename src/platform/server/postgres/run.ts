// Runs one program of the server as the server's account, in a small fixed environment.
import { spawn } from 'node:child_process';
import process from 'node:process';

/** The system account the server runs as; without `uid` it is the account of this process. */
export interface Account {
	/** Numeric id that owns the cluster. */
	owner: number;
	name: string;
	switchTo?: { uid: number; gid: number };
}

export interface Ran {
	/** Exit code; -1 when the program could not be started at all. */
	code: number;
	/** Both output streams, in order of arrival. */
	output: string;
	/** System error of a program that could not be started, such as EACCES. */
	failure?: string;
}

/** Runs a program to its end. Never rejects: the answer tells. */
export function run(program: string, args: readonly string[], account: Account): Promise<Ran> {
	const { PATH = '/usr/bin:/bin', LD_LIBRARY_PATH } = process.env;
	const env = { PATH, HOME: '/', LC_ALL: 'C.UTF-8', TZ: 'UTC', ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}) };
	return new Promise((resolve) => {
		const failed = (error: unknown): void => {
			const failure = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
			resolve({ code: -1, output: String(error), failure });
		};
		try {
			const child = spawn(program, args, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...account.switchTo });
			let output = '';
			const collect = (chunk: Buffer): void => {
				output = (output + chunk.toString()).slice(-20_000);
			};
			child.stdout.on('data', collect);
			child.stderr.on('data', collect);
			child.on('error', failed);
			child.on('close', (code) => resolve({ code: code ?? -1, output }));
		} catch (error) {
			failed(error);
		}
	});
}
