// Which system account runs the server: ours, or `nobody` when we are root (PostgreSQL refuses to run as root).
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { orExternal, ServerRefused } from './refused.ts';
import { run, type Account } from './run.ts';

const nobody = 65534;

/** One line of the system's list of accounts. */
function lookUp(uid: number): { name: string; gid: number } | null {
	let list = '';
	try {
		list = readFileSync('/etc/passwd', 'utf8');
	} catch {
		return null;
	}
	const line = list
		.split('\n')
		.map((each) => each.split(':'))
		.find((fields) => fields[2] === String(uid));
	return line ? { name: line[0] ?? String(uid), gid: Number(line[3]) } : null;
}

/** Name of an account for a sentence: `karim (1000)`. */
export function nameOfAccount(uid: number): string {
	const found = lookUp(uid);
	return found ? `${found.name} (${uid})` : String(uid);
}

/** The account of the server. Throws ServerRefused when root has no account to hand over to. */
export function serverAccount(): Account {
	const own = process.getuid?.() ?? -1;
	if (own !== 0) return { owner: own, name: nameOfAccount(own) };
	const found = lookUp(nobody);
	if (!found)
		throw new ServerRefused(
			'server.folder_not_ours',
			`PostgreSQL does not run as root, and this system has no account "nobody" (${nobody}). Start Joussour as an ordinary user. ${orExternal}`,
		);
	return { owner: nobody, name: found.name, switchTo: { uid: nobody, gid: found.gid } };
}

/** Whether the account can enter a folder, tried rather than computed. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
	return (await run('/bin/sh', ['-c', 'cd -- "$0"', folder], account)).code === 0;
}
