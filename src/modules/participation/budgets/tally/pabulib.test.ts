// Reading .pb files: what the format says, and what stands in files all the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf } from './decimals.ts';
import { standingOf } from './election.ts';
import { type ReadElection, readPabulib } from './pabulib.ts';

/** A file of these votes on projects 1 (cost 30), 2 (20) and 3 (10) with a budget of 40. */
const file = (meta: string, columns: string, votes: readonly string[]): string =>
	[
		'META\nkey;value\nbudget;40',
		meta,
		'PROJECTS\nproject_id;cost;name\n1;30;Well\n2;20;"Road; paved"\n3;10;Tree',
		`VOTES\n${columns}`,
		...votes,
	].join('\n');

function read(text: string): ReadElection {
	const answer = readPabulib(text);
	if ('code' in answer) throw new Error(answer.code);
	return answer;
}
const codes = (text: string): string[] => read(text).oddities.map(({ code }) => code);
const scores = (text: string): number[] => {
	const { election } = read(text);
	return standingOf(election).scores.map((score) => score / election.pointUnit);
};

test('each vote type gives points as the format says', () => {
	expect(scores(file('vote_type;approval', 'voter_id;vote', ['a;1,2', 'b;2', 'c;']))).toEqual([1, 2, 0]);
	expect(scores(file('vote_type;choose-1', 'voter_id;vote', ['a;3', 'b;3']))).toEqual([0, 0, 2]);
	expect(scores(file('vote_type;cumulative', 'voter_id;points;vote', ['a;4,1;2,3', 'b;2.5;1']))).toEqual([2.5, 4, 1]);
	expect(scores(file('vote_type;scoring', 'voter_id;vote;points', ['a;1,2;-1,5', 'b;3;2']))).toEqual([-1, 5, 2]);
	const rated = file('vote_type;scoring\ndefault_score;1', 'voter_id;vote;points', ['a;1;3', 'b;2;0']);
	expect(scores(rated)).toEqual([4, 1, 2]);
	expect(scores(file('vote_type;ordinal', 'voter_id;vote', ['a;3,1', 'b;2']))).toEqual([1, 1, 2]);
});

test('every ballot may give other points than all before', () => {
	const votes = Array.from({ length: 150_000 }, (_, n) => `${n};1;${(n / 1e6).toFixed(6)}`);
	expect(read(file('vote_type;cumulative', 'voter_id;vote;points', votes)).election.pointUnit).toBe(1e6);
});

test('an ordinal file that records its scores says which Borda it counts with', () => {
	const text = file('vote_type;ordinal\nmax_length;3', 'voter_id;vote', ['a;3,1', 'b;2']);
	expect(scores(text)).toEqual([1, 1, 2]);
	const said = text.replace('cost;name', 'cost;score').replace('30;Well', '30;2').replace('20;"Road; paved"', '20;3');
	expect(scores(said.replace('10;Tree', '10;3'))).toEqual([2, 3, 3]);
	expect(codes(said.replace('10;Tree', '10;9'))).toContain('score-differs');
});

test.each([
	['1,000', 1000],
	['1,000,000.50', 1_000_000.5],
	['1.000.000,50', 1_000_000.5],
	['1200,50', 1200.5],
	['12,5', 12.5],
	['0,125', 0.125],
	['1.250', 1.25],
])('an amount as people group it: %s', (written, meant) => {
	const { whole, digits } = decimalOf(written)!;
	expect(Number(whole) / 10 ** digits).toBe(meant);
});

test('a file from an office: BOM, CRLF, blank lines, spaces, decimal commas, odd columns', () => {
	const text = [
		'\ufeffMETA;;;',
		'Key ; Value',
		'budget; 1 200,50 ;x',
		'',
		'vote_type;Approval',
		'num_votes;9',
		'num_projects;2',
		';;;',
		'PROJECTS',
		' cost ;name; Project_ID;selected',
		'1000;"A ""good"" one',
		'in two lines";p 1;1',
		'200.25;Bench;p2;2',
		'200.25;Bench again;p2;0',
		'VOTES',
		'voter_id;vote',
		'7; p 1 , p2',
		'7;p2,p2,nowhere',
		'9',
	].join('\r\n');
	const { election, oddities, recorded } = read(text);
	expect(election).toMatchObject({ unit: 100, budget: 120050, voteType: 'approval' });
	expect(election.projects).toEqual([
		{ id: 'p 1', cost: 100000 },
		{ id: 'p2', cost: 20025 },
	]);
	expect(election.ballots.map(({ projects, count }) => [projects, count])).toEqual([
		[[0, 1], 1],
		[[1], 1],
		[[], 1],
	]);
	expect(recorded).toEqual(['p 1']);
	expect(oddities.map(({ code }) => code)).toEqual([
		'amount-with-comma',
		'ballot-empty',
		'budget-exceeds-costs',
		'columns-extra',
		'columns-missing',
		'num-votes-differs',
		'project-named-twice',
		'project-repeated',
		'project-unknown',
		'selected-unclear',
		'voter-repeated',
	]);
	expect(oddities.find(({ code }) => code === 'voter-repeated')).toEqual({
		code: 'voter-repeated',
		count: 1,
		first: [{ line: 18, value: '7' }],
	});
});

test('a quote that is never closed is an ordinary sign', () => {
	const text = file('vote_type;approval', 'voter_id;vote', ['a;1', 'b;2']).replace('Tree', '"Tree');
	expect(codes(text)).toContain('quote-stray');
	expect(scores(text)).toEqual([1, 1, 0]);
});

test('ballots beyond the stated limits are counted and listed', () => {
	const text = file('vote_type;cumulative\nmax_sum_points;3\nmax_length;1\nmin_length;1', 'voter_id;vote;points', [
		'a;1,2;3,1',
	]);
	expect(scores(text)).toEqual([3, 1, 0]);
	expect(codes(text)).toEqual(['points-over-limit', 'vote-over-limit']);
});

test('what cannot be counted is refused with its line', () => {
	const good = file('vote_type;approval', 'voter_id;vote', ['a;1']);
	expect(readPabulib('')).toEqual({ code: 'projects-missing', line: 0, value: '' });
	expect(readPabulib('<html>')).toMatchObject({ code: 'projects-missing' });
	expect(readPabulib(good.replace('budget;40', ''))).toMatchObject({ code: 'budget-missing' });
	expect(readPabulib(good.replace('budget;40', 'budget;much'))).toEqual({
		code: 'budget-unreadable',
		line: 3,
		value: 'much',
	});
	expect(readPabulib(good.replace('1;30;', '1;;'))).toEqual({ code: 'cost-unreadable', line: 7, value: '' });
	expect(readPabulib(good.replace('1;30;', '1;-30;'))).toMatchObject({ code: 'cost-unreadable' });
	expect(readPabulib(good.replace('approval', 'shouting'))).toMatchObject({
		code: 'vote-type-unknown',
		value: 'shouting',
	});
	expect(readPabulib(good.replace('1;30;', '1;9007199254740993;'))).toMatchObject({ code: 'too-large' });
	expect(readPabulib(good.slice(0, good.indexOf('VOTES')))).toMatchObject({ code: 'votes-missing' });
	expect(readPabulib(good.replace('voter_id;vote', 'voter_id;voice'))).toMatchObject({
		code: 'column-missing',
		value: 'vote',
	});
});

test('no text makes it throw', () => {
	const piece = fc.constantFrom(
		'META',
		'PROJECTS',
		'VOTES',
		'key;value',
		'budget;1',
		'project_id;cost',
		'voter_id;vote',
		'1;2',
		'"',
		';',
		'\n',
		'\n',
		'1,1',
		'é',
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			readPabulib(pieces.join(''));
		}),
		{ numRuns: 3000 },
	);
});
