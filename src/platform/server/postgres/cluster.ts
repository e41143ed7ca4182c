// The cluster on disk and its running server: make, find, start, stop.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { notOurs, privateFolder, type Place } from './place.ts';
import { explain, ServerRefused, wrongVersion } from './refused.ts';
import { run, type Account } from './run.ts';
import { initArguments, settingsText } from './settings.ts';

export const ownerRole = 'joussour_owner';
/** Bytes that a new cluster and its first weeks need at the least. */
const roomNeeded = 200_000_000;
const readyMark = '.ready';
/** A cluster has this name, and an ending of its own, until it is whole. */
const halfMade = 'data.making-';
const megabyte = 1_000_000;

export interface Running {
	pid: number;
	host: string;
	port: number;
	/** Number, folder and start of the server as it wrote them itself: tells this server from any other. */
	mark: string;
}

/** Makes the cluster when there is none; answers whether it did. Never touches a folder it does not know. */
export async function makeCluster(place: Place, binaries: Binaries, account: Account): Promise<boolean> {
	if (await isReady(place, binaries, account)) return false;
	const { bavail, bsize } = await fs.statfs(place.home);
	if (bavail * bsize < roomNeeded)
		throw new ServerRefused(
			'server.disk_full',
			`The disk has ${Math.floor((bavail * bsize) / megabyte)} MB left in ${place.home}; a new database needs ${roomNeeded / megabyte} MB.`,
		);
	await clearHalfMade(place, account);
	const making = path.join(place.home, `${halfMade}${randomBytes(4).toString('hex')}`);
	await privateFolder(making, account);
	const { code, output } = await run(
		path.join(binaries.folder, 'initdb'),
		initArguments(making, ownerRole, binaries.major),
		account,
	);
	if (code !== 0) {
		await fs.rm(making, { recursive: true, force: true });
		throw explain(output, 'making a new database', place.home);
	}
	await fs.appendFile(path.join(making, 'postgresql.conf'), `\ninclude '../settings.conf'\n`, { flush: true });
	await fs.writeFile(path.join(making, readyMark), `${binaries.version}\n`, { flag: 'wx', flush: true });
	await fs.rename(making, place.data);
	return true;
}

/** Removes what starts left that were cut short while making a cluster: only folders of that name, without mark, and ours. */
async function clearHalfMade({ home }: Place, account: Account): Promise<void> {
	for (const name of await fs.readdir(home)) {
		if (!name.startsWith(halfMade)) continue;
		const folder = path.join(home, name);
		const { uid } = await fs.lstat(folder);
		if (uid !== account.owner && uid !== process.getuid?.()) throw notOurs(folder, uid, account);
		await fs.rm(folder, { recursive: true, force: true });
	}
}

/** Whether a finished cluster is there, ours and of the right version. Throws ServerRefused when it is there but not so. */
async function isReady({ data }: Place, binaries: Binaries, account: Account): Promise<boolean> {
	const found = await fs.lstat(data).catch(() => null);
	if (!found) return false;
	if (!found.isDirectory() || found.uid !== account.owner) throw notOurs(data, found.uid, account);
	const names = await fs.readdir(data);
	if (names.length === 0) return false;
	if (!names.includes(readyMark))
		throw new ServerRefused(
			'server.folder_unknown',
			`${data} was not made by Joussour and is left alone. Move it away, or, if it is a copy of a Joussour database, create the file ${path.join(data, readyMark)}.`,
		);
	const made = (await fs.readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
	if (made !== String(binaries.major)) throw wrongVersion(data, made || '(unknown)', String(binaries.major));
	return true;
}

/** What the server's own file says of a running server, or null. Its process may be long gone. */
export async function recorded({ data }: Place): Promise<Running | null> {
	const lines = (await fs.readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
	const [pid, port, host = ''] = [Number(lines[0]), Number(lines[3]), lines[4]];
	return Number.isInteger(pid) && pid > 0 && port > 0 && host !== '' ? { pid, host, port, mark: markOf(lines) } : null;
}

const markOf = (lines: readonly string[]): string => lines.slice(0, 3).join('\n');

/** Whether that process lives and is a PostgreSQL server, not another program that was given the same number. */
export async function isServer(pid: number): Promise<boolean> {
	const name = await fs.readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
	if (name !== null) return name.trim() === 'postgres';
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** Starts the server and waits until it answers, crash recovery included. */
export async function startServer(
	place: Place,
	binaries: Binaries,
	account: Account,
	socketFolder: string,
): Promise<Running> {
	await fs.writeFile(path.join(place.home, 'settings.conf'), settingsText(socketFolder, binaries.major), {
		mode: 0o644,
	});
	await freeNumber(place);
	for (let left = 20; ; left--) {
		const before = await freshLog(place, account);
		const args = ['-D', place.data, '-w', '-t', '300', '-s', '-l', place.log, 'start'];
		const { code, output } = await run(path.join(binaries.folder, 'pg_ctl'), args, account);
		const running = code === 0 ? await recorded(place) : null;
		if (running) return running;
		const said = `${output}\n${(await fs.readFile(place.log)).subarray(before).toString()}`;
		// Children of a killed server take a moment to notice; PostgreSQL rightly refuses until they are gone.
		if (left <= 0 || !/pre-existing shared memory/.test(said)) throw explain(said, 'starting', place.data);
		await wait(250);
	}
}

/** Stops the server: open transactions are undone, what was acknowledged stays. */
export async function stopServer(place: Place, binaries: Binaries, account: Account): Promise<void> {
	const { code, output } = await run(
		path.join(binaries.folder, 'pg_ctl'),
		['-D', place.data, '-m', 'fast', '-w', '-t', '120', 'stop'],
		account,
	);
	if (code !== 0 && (await recorded(place))) throw explain(output, 'stopping', place.data);
}

/** Opens the log for the server's account, sets a long one aside, and answers its present length. */
async function freshLog({ log }: Place, account: Account): Promise<number> {
	const size = await fs.stat(log).then(
		(found) => found.size,
		() => 0,
	);
	if (size > 10 * megabyte) await fs.rename(log, `${log}.1`);
	const file = await fs.open(log, 'a', 0o600);
	try {
		if (account.switchTo) await file.chown(account.switchTo.uid, account.switchTo.gid);
		return (await file.stat()).size;
	} finally {
		await file.close();
	}
}

/**
 * A killed server's number may since have gone to another program of the same account (usual in containers); PostgreSQL would
 * then refuse to start. Puts a number no process can have in its place, and keeps the rest, by which PostgreSQL looks for leftovers.
 */
async function freeNumber(place: Place): Promise<void> {
	const found = await recorded(place);
	if (!found || (await isServer(found.pid))) return;
	const file = path.join(place.data, 'postmaster.pid');
	const [, ...rest] = (await fs.readFile(file, 'utf8')).split('\n');
	await fs.writeFile(file, ['4194305', ...rest].join('\n'));
}
