// The command that counts a budget: what it prints, and what it refuses.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '#platform/server/root.ts';
import { reasonOf } from './tally.ts';

const text =
	'META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;selected\nwell;70;1\nbus;40;0\nVOTES\nvoter_id;vote\n1;well\n2;well,bus\n';
let folder = '';
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'joussour-tally-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function run(content: string, ...args: string[]) {
	const file = path.join(folder, 'vote.pb');
	writeFileSync(file, content);
	return spawnSync(process.execPath, ['src/app/cli.ts', 'tally', file, ...args], { cwd: root, encoding: 'utf8' });
}

test('a count as JSON, with everything a program needs', () => {
	const { stdout, status } = run(text, '--rule', 'greedy', '--json');
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({
		rule: 'greedy',
		budget: 100,
		winners: ['well'],
		cost: 70,
		ties: [],
		projects: [
			{ id: 'well', won: true, cost: 70, supporters: 2, score: 2, why: { code: 'fitted' } },
			{
				id: 'bus',
				won: false,
				cost: 40,
				supporters: 1,
				score: 1,
				why: { code: 'too-dear', costAtMost: 30, scoreMissing: 1 },
			},
		],
		oddities: [],
		recorded: ['well'],
	});
});

test('a count in words names winners first and compares with the file', () => {
	const { stdout } = run(text, '--rule', 'equal-shares');
	expect(stdout.split('\n')).toEqual([
		'equal-shares: 1 of 2 projects win, 70 of 100, 2 ballots, 24 added to each share',
		'+ well  70  2 supporters, score 2: paid by its supporters, 35 each at most',
		'- bus  40  1 supporters, score 1: its supporters had 39 left, 1 too little: 1 more were needed',
		"the file's own record of winners is the same",
		'',
	]);
});

test('what cannot be counted is refused in one line, without a trace', () => {
	const { stderr, stdout, status } = run(text.replace('70', 'seventy'), '--rule', 'greedy');
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toMatch(/vote\.pb, line 7: this cost is no amount of money.* «seventy»\n$/);
	expect(run(text).status).toBe(2);
	expect(run(text, '--rule', 'fair').stderr).toContain('--rule greedy or --rule equal-shares');
});

test('every reason has words', () => {
	expect(reasonOf({ code: 'unsupported' })).toBe('nobody chose it');
	expect(reasonOf({ code: 'over-budget', costAtMost: 9 })).toContain('9');
	expect(reasonOf({ code: 'below-threshold', threshold: 30, scoreMissing: 2 })).toContain('30');
	expect(reasonOf({ code: 'fitted', place: 1, left: 5 })).toContain('5');
	expect(reasonOf({ code: 'too-dear', place: 2, costAtMost: 5, scoreMissing: 3 })).toContain('3');
});
