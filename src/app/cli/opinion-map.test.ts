// The command that draws opinion maps, on files good and bad.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readArgs } from './arguments.ts';
import { opinionMap } from './opinion-map.ts';

let folder = '';
let said: { out: string; err: string };

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'joussour-map-'));
	said = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true });
	process.exitCode = undefined;
});

async function call(files: Record<string, string>, ...argv: string[]) {
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	const inFolder = argv.map((one) => (Object.hasOwn(files, one) ? path.join(folder, one) : one));
	const args = readArgs(inFolder, opinionMap.takes);
	if (typeof args === 'string') throw new Error(args);
	await opinionMap.run(args);
	return { ...said, code: process.exitCode };
}

const lines = (...rows: string[]) => ['timestamp,datetime,comment-id,voter-id,vote', ...rows].join('\n');
const votes = lines('1,,5,1,1', '2,,5,2,-1', '3,,6,1,0', '9,,5,1,-1', '4,,5,1,1', 'oops');

test('says what each statement got, the last vote once, and which line it passed over', async () => {
	const { out, err } = await call({ 'votes.csv': votes }, 'votes.csv', '--json');
	expect(JSON.parse(out)).toMatchObject({
		participants: 2,
		statements: [
			{ id: '5', agrees: 0, disagrees: 2, passes: 0 },
			{ id: '6', agrees: 0, disagrees: 0, passes: 1 },
		],
	});
	expect(err).toBe('Passed over line 7: it has no comment-id.\n');
});

test('leaves out who is banned', async () => {
	const files = { 'votes.csv': votes, 'out.json': '{ "participants": [1] }' };
	const { out } = await call(files, 'votes.csv', '--json', '--leave-out', 'out.json');
	expect(JSON.parse(out)).toMatchObject({
		participants: 1,
		statements: [
			{ id: '5', disagrees: 1 },
			{ id: '6', passes: 0 },
		],
	});
});

test('takes any whole number for a seed, a moment in milliseconds too', async () => {
	const { code } = await call({ 'votes.csv': votes }, 'votes.csv', '--seed', '1795000000000');
	expect(code).toBeUndefined();
});

test('speaks in sentences without --json', async () => {
	expect((await call({ 'votes.csv': votes }, 'votes.csv')).out).toContain('2 participants, 2 statements');
});

test.each([
	['no header', { 'votes.csv': 'a,b\n1,2\n' }, ['votes.csv'], 'There is no column «comment-id»'],
	['an empty file', { 'votes.csv': '' }, ['votes.csv'], 'The file is empty.'],
	['a seed in words', { 'votes.csv': votes }, ['votes.csv', '--seed', 'seven'], '«seven» is no seed'],
	[
		'a list of bans of another form',
		{ 'votes.csv': votes, b: '[1]' },
		['votes.csv', '--leave-out', 'b'],
		'is not of the form',
	],
	[
		'a misspelt list of bans',
		{ 'votes.csv': votes, b: '{ "participant": [1] }' },
		['votes.csv', '--leave-out', 'b'],
		'is not of the form',
	],
])('%s: a sentence and exit code 2', async (_, files: Record<string, string>, argv, sentence) => {
	const { out, err, code } = await call(files, ...argv);
	expect([out, code]).toEqual(['', 2]);
	expect(err).toContain(sentence);
});
