// The command that watches for bursts: what it reads, and what it does with lines that say nothing.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '#platform/server/root.ts';
import { callCommand } from '#test/command.ts';
import { burstsCommand, hourReader } from './bursts.ts';

const nine = Date.UTC(2026, 10, 22, 9);
const hour = 3_600_000;

/** What lines of these objects (or texts) are read as: hours, or what was wrong with them. */
async function read(...lines: unknown[]): Promise<unknown[]> {
	const heard: unknown[] = [];
	const reader = hourReader(
		(one) => void heard.push(one),
		(_number, why) => heard.push(why),
	);
	for (const line of lines) await reader.line(typeof line === 'string' ? line : JSON.stringify(line));
	await reader.end();
	return heard;
}

test('an hour is read from ISO instants, seconds or milliseconds, and begins on the hour', async () => {
	for (const t of ['2026-11-22T09:00:00Z', '2026-11-22T10:30:00+01:00', '2026-11-22T09:00', nine / 1000, nine + 5])
		expect(await read({ t, n: 3 })).toEqual([{ at: nine, n: 3 }]);
	for (const t of ['2026-11-22T09:00Z', '2026-11-22 09:30:00', '2026-11-22T10:00+0100', '2026-11-22T09:00:00.123456Z'])
		expect(await read({ t, n: 3, planned: 0 })).toEqual([{ at: nine, n: 3 }]);
	const told = { t: nine, n: 3, hostile: 9, authors: 2, planned: true, note: 'radio' };
	expect(await read(told)).toEqual([{ at: nine, n: 3, hostile: 3, authors: 2, planned: true }]);
});

test('small numbers count what the step between the first two is an hour of', async () => {
	const hours = [7, 8, 10].map((at) => ({ at: at * hour, n: 1 }));
	for (const unit of [1, 3_600, hour])
		expect(await read(...[7, 8, 10].map((at) => ({ t: at * unit, n: 1 })))).toEqual(hours);
	expect(await read({ t: 0, n: 2 })).toEqual([{ at: 0, n: 2 }]);
});

test('a line that says nothing is passed over with its reason', async () => {
	expect(await read('{')).toEqual([expect.stringMatching(/JSON/)]);
	for (const line of [
		'{"t":"noon","n":1}',
		'{"t":"2026-13-40","n":1}',
		'{"t":"2026-02-30","n":1}',
		'{"t":1,"n":-1}',
		'{"t":1,"n":1.5}',
		'[]',
		'null',
		'{"n":1}',
	])
		expect(await read(line)).toEqual([expect.stringMatching(/Such a line is meant/)]);
	expect(await read('{"t":1,"n":1,"planned":"yes"}')).toEqual([expect.stringMatching(/"planned"/)]);
	expect(await read({ t: nine, n: 3 }, { t: nine, n: 3 })).toEqual([
		{ at: nine, n: 3 },
		expect.stringMatching(/not later/),
	]);
});

test('one time far in the future is a slip; where the next is later still, years were left out', async () => {
	const later = nine + 5_000 * 24 * hour;
	expect(await read({ t: nine, n: 1 }, { t: later, n: 9 }, { t: nine + hour, n: 2 })).toEqual([
		{ at: nine, n: 1 },
		expect.stringMatching(/more than a year/),
		{ at: nine + hour, n: 2 },
	]);
	const years = [nine, later, later + hour].map((at) => ({ at, n: 1 }));
	expect(await read(...years.map(({ at, n }) => ({ t: at, n })))).toEqual(years);
	expect(await read({ t: nine, n: 1 }, { t: later, n: 9 })).toEqual([
		{ at: nine, n: 1 },
		{ at: later, n: 9 },
	]);
});

test('alarms come out a line each; bad lines go to the other stream', () => {
	const hours = Array.from({ length: 50 }, (_, i) => JSON.stringify({ t: nine + i * hour, n: i === 40 ? 70 : 2 }));
	const { stdout, stderr, status } = spawnSync(process.execPath, ['src/app/cli.ts', 'bursts'], {
		cwd: root,
		encoding: 'utf8',
		input: [...hours.slice(0, 10), 'oops', '', ...hours.slice(10)].join('\n'),
	});
	expect(JSON.parse(stdout)).toMatchObject({
		t: nine + 40 * hour,
		level: 'amber',
		observed: 70,
		why: { rule: 'absolute', days: 1 },
	});
	expect({ stderr, status }).toEqual({ stderr: 'Line 11 is passed over: it is not JSON.\n', status: 0 });
});

test('a budget that is no number is refused', async () => {
	const { err, code } = await callCommand(burstsCommand, {}, '--red', 'often');
	expect({ err, code }).toEqual({ err: expect.stringContaining('--red is how many alarms'), code: 2 });
});
