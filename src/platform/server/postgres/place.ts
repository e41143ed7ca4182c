// Where the cluster and its socket lie, and that the server's account can get there.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { canEnter, nameOfAccount } from './account.ts';
import { orExternal, ServerRefused } from './refused.ts';
import type { Account } from './run.ts';
import { fitsSocket } from './settings.ts';

export interface Place {
	/** Holds everything of the server; owned by whoever starts it. */
	home: string;
	data: string;
	log: string;
}

const placeAt = (home: string): Place => ({
	home,
	data: path.join(home, 'data'),
	log: path.join(home, 'server.log'),
});

/**
 * Makes and names the folders. Root's server runs as another account: where that one cannot enter (a closed home such as
 * /root) the cluster goes to a folder below `instead`, recorded in `<dataDir>/postgres/elsewhere`.
 */
export async function findPlace(dataDir: string, account: Account, instead = '/var/lib/joussour'): Promise<Place> {
	const home = path.join(path.resolve(dataDir), 'postgres');
	try {
		await fs.mkdir(home, { recursive: true });
	} catch (error) {
		throw new ServerRefused(
			'server.folder_not_ours',
			`The folder ${home} cannot be made or entered by ${account.name}.`,
			error,
		);
	}
	if (account.switchTo) await fs.chmod(home, 0o755);
	const elsewhere = path.join(home, 'elsewhere');
	const recorded = await fs.readFile(elsewhere, 'utf8').then(
		(text) => text.trim(),
		() => '',
	);
	if (recorded) return placeAt(recorded);
	if (await canEnter(home, account)) return placeAt(home);
	if (account.switchTo) {
		await letThrough(path.dirname(home), account.switchTo.gid);
		if (await canEnter(home, account)) return placeAt(home);
		const other = path.join(instead, randomBytes(6).toString('hex'));
		await fs.mkdir(other, { recursive: true }).catch(() => undefined);
		for (const folder of [instead, other]) await fs.chmod(folder, 0o755).catch(() => undefined);
		if (await canEnter(other, account)) {
			await fs.writeFile(elsewhere, `${other}\n`, { flag: 'wx' });
			return placeAt(other);
		}
	}
	throw new ServerRefused(
		'server.folder_closed',
		`The database server runs as ${account.name}, who cannot enter ${home}. Set DATA_DIR to a folder outside closed homes, such as /srv/joussour. ${orExternal}`,
	);
}

/** Lets one group pass through (not list) a folder of root's own that is closed to everybody. */
async function letThrough(folder: string, gid: number): Promise<void> {
	const found = await fs.stat(folder);
	if (found.uid !== 0 || found.gid !== 0) return;
	await fs.chown(folder, 0, gid);
	await fs.chmod(folder, (found.mode & 0o7707) | 0o010);
}

/** A private folder for the socket: inside the home when its path is short, else in the temporary folder, and recorded. */
export async function socketFolder(place: Place, account: Account): Promise<string> {
	const inside = path.join(place.home, 's');
	if (fitsSocket(inside)) {
		await privateFolder(inside, account);
		return inside;
	}
	const name = `joussour-${createHash('sha256').update(`${place.home}:${account.owner}`).digest('hex').slice(0, 12)}`;
	const roots = [os.tmpdir(), '/tmp'].filter((root) => fitsSocket(path.join(root, name)));
	for (const folder of roots.map((root) => path.join(root, name))) {
		if (
			!(await privateFolder(folder, account).then(
				() => true,
				() => false,
			)) ||
			!(await canEnter(folder, account))
		)
			continue;
		await fs.writeFile(path.join(place.home, 'socket-folder'), `${folder}\n`);
		return folder;
	}
	throw new ServerRefused(
		'server.folder_closed',
		`No private folder for the database socket could be made in ${os.tmpdir()}.`,
	);
}

/** Makes a folder of mode 0700 for the account; one that exists must already be that account's own, and no link. */
export async function privateFolder(folder: string, account: Account): Promise<void> {
	const made = await fs.mkdir(folder, { mode: 0o700 }).then(
		() => true,
		() => false,
	);
	if (made && account.switchTo) await fs.lchown(folder, account.switchTo.uid, account.switchTo.gid);
	const found = await fs.lstat(folder);
	if (!found.isDirectory() || found.uid !== account.owner) throw notOurs(folder, found.uid, account);
	if ((found.mode & 0o777) !== 0o700) await fs.chmod(folder, 0o700);
}

/** The refusal for a folder of another account, saying whose it is. */
export function notOurs(folder: string, owner: number, account: Account): ServerRefused {
	return new ServerRefused(
		'server.folder_not_ours',
		`${folder} belongs to ${nameOfAccount(owner)}, but the database server runs as ${account.name}. ` +
			`Start Joussour as that account, or hand the folder over: chown -R ${account.owner} '${folder}'`,
	);
}
