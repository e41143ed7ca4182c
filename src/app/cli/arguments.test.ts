// Commands called wrongly say what is wrong; called rightly they get what was typed.
import { describe, expect, test } from 'vitest';
import { nearest, readArgs, type Takes } from './arguments.ts';

const takes: Takes = { words: ['feed', 'FILE|URL'], options: { space: 'ADDRESS', from: 'D' }, flags: ['json'] };
const read = (...argv: string[]) => {
	const args = readArgs(argv, takes);
	return typeof args === 'string' ? args : [...args.words, args.option('space'), args.flag('json')];
};

describe('arguments', () => {
	test.each([
		[
			['feed', 'a.xml'],
			['feed', 'a.xml', null, false],
		],
		[
			['--space', 'tizi', 'feed', 'a.xml', '--json'],
			['feed', 'a.xml', 'tizi', true],
		],
		[
			['feed', 'a.xml', '--space=--odd'],
			['feed', 'a.xml', '--odd', false],
		],
		[
			['feed', '--', '--odd.xml'],
			['feed', '--odd.xml', null, false],
		],
	])('%j are read as %j', (argv, expected) => {
		expect(read(...argv)).toEqual(expected);
	});

	test.each([
		[[], 'feed and FILE|URL is missing.'],
		[['feed'], 'FILE|URL is missing.'],
		[['feed', 'a', 'b'], '«b» is one word too many.'],
		[['feed', 'a', '--spce', 'x'], 'There is no option --spce.'],
		[['feed', 'a', '-x'], 'There is no option -x.'],
		[['feed', 'a', '--space'], '--space needs a value: --space ADDRESS.'],
		[['feed', 'a', '--space='], '--space needs a value: --space ADDRESS.'],
		[['feed', 'a', '--space', '--json'], '--space needs a value: --space ADDRESS.'],
		[['feed', 'a', '--json=1'], '--json takes no value.'],
		[['feed', 'a', '--from', '1', '--from', '2'], '--from is given twice.'],
		[['feed', 'a', '--constructor', '1'], 'There is no option --constructor.'],
	])('%j: %s', (argv, said) => {
		expect(read(...argv)).toBe(said);
	});
});

test('a word in brackets may be left out', () => {
	const parse: Takes = { words: ['parse', '[FILE]'] };
	expect(readArgs(['parse'], parse)).toMatchObject({ words: ['parse'] });
	expect(readArgs(['parse', 'a.xml'], parse)).toMatchObject({ words: ['parse', 'a.xml'] });
	expect(readArgs([], parse)).toBe('parse is missing.');
});

test('a command typed nearly right is recognised', () => {
	const names = ['start', 'backup', 'restore', 'doctor'];
	expect(['strat', 'bakcup', 'restor', 'doctr', 'nonsense', ''].map((typed) => nearest(typed, names))).toEqual([
		null,
		'backup',
		'restore',
		'doctor',
		null,
		null,
	]);
});
