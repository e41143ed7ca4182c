// The built application as its own process, for tests that kill it, load it or walk through it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { root } from '#platform/server/root.ts';

const node = path.join(root, 'node_modules', '.bin', 'node');
export const bin = path.join(root, 'bin', 'joussour');

export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => resolve(port));
		});
	});

function newest(folder: string): number {
	let latest = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const full = path.join(folder, entry.name);
		latest = Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
	}
	return latest;
}

/** Builds the pages when a source is newer than the build. */
export function buildPages(): void {
	const built = path.join(root, 'build', 'handler.js');
	const sources = ['src', 'messages', 'static'].map((name) => newest(path.join(root, name)));
	if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return;
	const { status, stderr } = spawnSync(
		node,
		[path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'],
		{ cwd: root, encoding: 'utf8' },
	);
	if (status !== 0) throw new Error(`the pages could not be built\n${stderr}`);
}

export interface App {
	url: string;
	pid: number;
	/** Everything the process has said so far. */
	output(): string;
	/** Ends at once, as a power cut would. */
	kill(): Promise<void>;
	/** Ends in order. */
	stop(): Promise<void>;
}

/** Starts `joussour start` (or another command) and waits until it says that it is ready. */
export async function startApp(env: Record<string, string>, command = 'start'): Promise<App> {
	const port = env['PORT'] ?? String(await freePort());
	const child: ChildProcess = spawn(
		node,
		[
			'--disable-warning=ExperimentalWarning',
			'--max-semi-space-size=16',
			path.join(root, 'src', 'app', 'cli.ts'),
			command,
		],
		{
			cwd: root,
			env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], PORT: port, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	let said = '';
	child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const end = (signal: NodeJS.Signals) => async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
		await ended;
	};
	const ready = /is ready/;
	for (let waited = 0; !ready.test(said); waited += 50) {
		if (child.exitCode !== null && !ready.test(said)) throw new Error(`it ended before it was ready:\n${said}`);
		if (waited > 60_000) throw new Error(`it was not ready after a minute:\n${said}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return {
		url: `http://127.0.0.1:${port}`,
		pid: child.pid!,
		output: () => said,
		kill: end('SIGKILL'),
		stop: end('SIGTERM'),
	};
}

/** Runs a command to its end; answers what it printed. Throws when it fails. */
export function runCommand(args: readonly string[], env: Record<string, string>, input?: string): string {
	const { status, stdout, stderr } = spawnSync(bin, args, {
		cwd: root,
		env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
		encoding: 'utf8',
		input,
		maxBuffer: 64e6,
	});
	if (status !== 0) throw new Error(`joussour ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
	return stdout;
}

/** The process id of the embedded server of a data folder. */
export function databasePid(dataDir: string): number {
	const file = path.join(dataDir, 'postgres', 'data', 'postmaster.pid');
	return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
