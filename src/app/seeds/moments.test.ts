// The hours of the demonstration, whenever it is loaded.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallTimeOf } from '#platform/time.ts';
import { readContent } from './content.ts';
import { awake, inOffice, onDuty, planMoments, zone } from './moments.ts';

const loadings = fc.date({ min: new Date('2025-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
const hourOf = (at: Date) => Number(wallTimeOf(at, zone).slice(11, 13));
const content = await readContent();

test('people act while they are awake, in the order of their ages, before the loading', () => {
	fc.assert(
		fc.property(
			loadings,
			fc.double({ min: 0, max: 110, noNaN: true }),
			fc.double({ min: 0.01, max: 9, noNaN: true }),
			(base, age, more) => {
				const [at, before] = [awake(base, age), awake(base, age + more)];
				expect(at <= base && before < at).toBe(true);
				expect(hourOf(before)).toBeGreaterThanOrEqual(7);
				expect(hourOf(before)).toBeLessThan(24);
			},
		),
	);
});

test('officers answer from Monday to Friday, from nine to five', () => {
	fc.assert(
		fc.property(loadings, fc.string(), (at, key) => {
			const answered = inOffice(at, key);
			expect(hourOf(answered)).toBeGreaterThanOrEqual(9);
			expect(hourOf(answered)).toBeLessThan(17);
			expect([0, 6]).not.toContain(new Date(wallTimeOf(answered, zone).slice(0, 10)).getUTCDay());
		}),
	);
});

test('what comes in the evening is decided next morning', () => {
	const evening = new Date('2026-10-12T20:30:00Z');
	const decided = onDuty(evening, 1, new Date('2026-10-15T10:00:00Z'), 'c');
	expect(wallTimeOf(decided, zone).slice(0, 13)).toBe('2026-10-13T09');
});

test('no two things are said, decided or answered in one second, none after the loading, and no decision before its text', () => {
	fc.assert(
		fc.property(loadings, (base) => {
			const moments = planMoments(base, content);
			const decided = content.contributions.filter(({ decision }) => decision);
			const keys = [
				...content.contributions.map(({ key }) => key),
				...decided.map(({ key }) => `decision ${key}`),
				...content.answers.map(({ proposal }) => `answer ${proposal}`),
			];
			expect(new Set(keys.map((key) => Math.floor(moments.of(key).getTime() / 1_000))).size).toBe(keys.length);
			for (const key of keys) expect(moments.of(key) <= base).toBe(true);
			for (const { key } of decided) expect(moments.of(`decision ${key}`) > moments.of(key)).toBe(true);
		}),
		{ numRuns: 25 },
	);
});
