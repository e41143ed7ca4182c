// What processes cost, read from /proc (Linux): processor time and memory of a process or a whole database server.
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor milliseconds (user and system) used so far. */
export function cpuOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

export function childrenOf(pid: number): number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
	} catch {
		return [];
	}
}

/** A process and everything it started. */
export const family = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(family)];

export const cpuOfAll = (pids: readonly number[]): number =>
	pids.reduce((sum, pid) => {
		try {
			return sum + cpuOf(pid);
		} catch {
			return sum;
		}
	}, 0);

/** Megabytes in memory, pages shared between processes counted once (PSS). */
export function memoryOf(pids: readonly number[]): number {
	let kilobytes = 0;
	for (const pid of pids)
		try {
			kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
		} catch {
			continue;
		}
	return kilobytes / 1024;
}
