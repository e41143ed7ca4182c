// One holder at a time of a folder of claims. A claim names a process by id, start time and boot, so a killed one never counts.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export interface Holder {
	pid: number;
	/** What the holder wrote about itself; empty while it is still writing. */
	note: string;
}
export type Claim = { release: () => void } | { heldBy: Holder };

const read = (file: string): string => {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

/** Start of a process in ticks since boot: '' when it is gone (or dead and not yet collected), '0' when it cannot be told. */
function startOf(pid: number): string {
	const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
	if (fields.length > 19) return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '0');
	try {
		process.kill(pid, 0);
		return '0';
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM' ? '0' : '';
	}
}

const isClaim = /^\d+\.\d+\.\w+$/;
const boot = (): string => read('/proc/sys/kernel/random/boot_id').trim().slice(0, 8) || '0';
const nameOf = (pid: number): string => `${pid}.${startOf(pid)}.${boot()}`;

function isAlive(name: string): boolean {
	const [pid = '', start = '', at = ''] = name.split('.');
	if (at !== boot()) return false;
	const now = startOf(Number(pid));
	return now !== '' && (now === start || now === '0' || start === '0');
}

/**
 * Claims the folder for this process. Each process writes only its own file and wins when it sees no other living one, so two
 * that start at once can never both win; both then step back and one of them tries again. Throws what the file system throws.
 */
export function claim(folder: string, note: string, tries = 5): Claim {
	fs.mkdirSync(folder, { recursive: true });
	const own = nameOf(process.pid);
	const file = path.join(folder, own);
	if (fs.existsSync(file)) return { heldBy: { pid: process.pid, note: read(file) } };
	for (let left = tries; ; left--) {
		fs.writeFileSync(file, '');
		const others = fs
			.readdirSync(folder)
			.filter((name) => name !== own && isClaim.test(name) && !clearIfDead(folder, name));
		const [first] = others;
		if (first === undefined) {
			fs.writeFileSync(file, note);
			return { release: () => fs.rmSync(file, { force: true }) };
		}
		fs.rmSync(file, { force: true });
		const holder = { pid: Number.parseInt(first, 10), note: read(path.join(folder, first)) };
		if (holder.note !== '' || left <= 1) return { heldBy: holder };
		pause(5 + Math.random() * 40);
	}
}

function clearIfDead(folder: string, name: string): boolean {
	if (isAlive(name)) return false;
	fs.rmSync(path.join(folder, name), { force: true });
	return true;
}

function pause(milliseconds: number): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
