// The command that counts a budget: what it prints, and what it refuses.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '#platform/server/root.ts';
import { callCommand } from '#test/command.ts';
import { reasonOf, tallyCommand } from './tally.ts';

const text =
	'META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;selected\nwell;70;1\nbus;40;0\nVOTES\nvoter_id;vote\n1;well\n2;well,bus\n';
const count = (content: string, ...args: string[]) =>
	callCommand(tallyCommand, { 'vote.pb': content }, 'vote.pb', ...args);

test('a count as JSON, with everything a program needs', async () => {
	const { out } = await count(text, '--rule', 'greedy', '--json');
	expect(JSON.parse(out)).toMatchObject({
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

test('a count in words names winners first and compares with the file', async () => {
	const { out } = await count(text, '--rule', 'equal-shares');
	expect(out.split('\n')).toEqual([
		'equal-shares: 1 of 2 projects win, 70 of 100, 2 ballots, 24 added to each share',
		'+ well  70  2 supporters, score 2: paid by its supporters, 35 each at most',
		'- bus  40  1 supporters, score 1: its supporters had 39 left, 1 too little: 1 more were needed',
		"the file's own record of winners is the same",
		'',
	]);
});

test('what cannot be counted is refused in one line, without a trace', async () => {
	const { err, out, code } = await count(text.replace('70', 'seventy'), '--rule', 'greedy');
	expect({ code, out }).toEqual({ code: 1, out: '' });
	expect(err).toMatch(/vote\.pb, line 7: this cost is no amount of money.* «seventy»\n$/);
	const misused = await count(text, '--rule', 'fair');
	expect(misused).toMatchObject({ code: 2, out: '' });
	expect(misused.err).toContain('--rule greedy or --rule equal-shares');
});

test('every reason has words', () => {
	expect(reasonOf({ code: 'unsupported' })).toBe('nobody chose it');
	expect(reasonOf({ code: 'over-budget', costAtMost: 9 })).toContain('9');
	expect(reasonOf({ code: 'below-threshold', threshold: 30, scoreMissing: 2 })).toContain('30');
	expect(reasonOf({ code: 'fitted', place: 1, left: 5 })).toContain('5');
	expect(reasonOf({ code: 'too-dear', place: 2, costAtMost: 5, scoreMissing: 3 })).toContain('3');
});

test('a dash is the standard input, here as in every command that reads a file', () => {
	const call = (input: string, ...args: string[]) =>
		execFileSync(process.execPath, ['src/app/cli.ts', ...args], { cwd: root, encoding: 'utf8', input });
	expect(call(text, 'tally', '-', '--rule', 'greedy')).toContain('+ well');
	expect(call('<rss><channel><title>Rif</title></channel></rss>', 'feed', 'parse', '-')).toContain('"title": "Rif"');
	expect(call('comment-id,voter-id,vote\n1,a,1\n', 'opinion-map', '-', '--json')).toContain('"participants":1');
});
