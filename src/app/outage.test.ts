// What counts as the database being away, and what does not.
import { expect, test } from 'vitest';
import { isOutage } from './outage.ts';

const coded = (code: string): Error => Object.assign(new Error('said the server'), { code });

test.each(['ECONNREFUSED', '57P01', '57P03', '08006', 'ENOENT'])('%s is an outage', (code) => {
	expect(isOutage(coded(code))).toBe(true);
});

test.each(['23505', '42P01', '40001', ''])('%s is a fault or a refusal, not an outage', (code) => {
	expect(isOutage(coded(code))).toBe(false);
});

test('a pool that waited too long is an outage', () => {
	expect(isOutage(new Error('timeout exceeded when trying to connect'))).toBe(true);
	expect(isOutage('a word')).toBe(false);
});
