// The words under the arches never speak of what is past as if it were to come.
import { expect, test } from 'vitest';
import { formatsFor, translatorFor } from '#platform/i18n/index.ts';
import { chainOf, type ChainInput } from '../index.ts';
import { arches, wideArches } from './words.ts';

const t = translatorFor('en');
const f = formatsFor('en', { zone: 'Africa/Tunis' });
const input: ChainInput = {
	createdAt: new Date('2026-09-01T12:00:00Z'),
	contributions: 0,
	answer: { outcome: 'accepted', at: new Date('2026-10-01T12:00:00Z') },
	commitment: { status: 'under_way', dueOn: '2026-11-02', madeAt: new Date('2026-10-01T12:00:00Z'), doneAt: null },
	answerDays: 40,
	zone: 'Africa/Tunis',
	now: new Date('2026-11-22T12:00:00Z'),
};
const drawn = (change: Partial<ChainInput> = {}) => {
	const given = { ...input, ...change };
	const stages = chainOf(given);
	return { wide: wideArches({ ...given, stages }, t, f), small: arches(stages, t) };
};
const at = (stages: readonly { key: string; detail?: string | undefined; word?: string | undefined }[], key: string) =>
	stages.find((stage) => stage.key === key)!;

test('an overdue commitment was due on its day, one in time is due by it', () => {
	expect(at(drawn().wide, 'done').detail).toMatch(/^was due on .*2 Nov/);
	expect(at(drawn().small, 'done').word).toBe('not done by its day');
	const inTime = drawn({ now: new Date('2026-11-02T12:00:00Z') });
	expect(at(inTime.wide, 'done').detail).toMatch(/^due by .*2 Nov/);
	expect(at(inTime.small, 'done').word).toBeUndefined();
});

test('a proposal decided without discussion had no comment; before the decision some may come', () => {
	expect(at(drawn().wide, 'discussed')).toMatchObject({ word: 'no comment' });
	expect(at(drawn({ contributions: 2 }).wide, 'discussed').word).toBeUndefined();
	expect(at(drawn({ answer: null, commitment: null }).wide, 'discussed').word).toBeUndefined();
});
