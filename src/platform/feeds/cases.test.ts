// The cases written from the specifications: how many are read rightly, whole and damaged.
import { expect, test } from 'vitest';
import { parseFeed } from './index.ts';
import { ownCases } from './test/cases.ts';
import { missesOf, type Reader } from './test/compare.ts';
import { damagedVariants } from './test/variants.ts';

const ours: Reader = (bytes, { transport }) => parseFeed(bytes, transport);
const cases = ownCases();
const told = (among: typeof cases): string[] =>
	missesOf(among, ours).map(({ one, why }) => `${one.name}\n${one.text}\n${why}`);

test('every case is read as its specification has it', () => {
	expect(cases.length).toBeGreaterThan(1_200);
	expect(cases.filter((one) => one.damaged).length).toBeGreaterThan(250);
	expect(told(cases)).toEqual([]);
});

test('the well-formed ones are read the same when they are damaged', () => {
	const variants = damagedVariants(cases);
	expect(variants.length).toBeGreaterThan(5_000);
	expect(told(variants)).toEqual([]);
});

test('a wrong answer, a missing one and a refusal are each seen', () => {
	const [one] = cases.filter(({ wishes }) => wishes[0]?.path.join('.') === 'feed.title' && wishes[0].value !== null);
	const answers: Reader[] = [
		() => ({ feed: { title: 'autre' } }),
		() => null,
		() => {
			throw new Error('no');
		},
	];
	for (const answer of answers) expect(one && missesOf([one], answer)).toHaveLength(1);
});
