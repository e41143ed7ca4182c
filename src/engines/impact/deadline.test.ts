// A thing with a due day belongs to the period in which it happened or should have.
import { expect, test } from 'vitest';
import { timelinessOf } from './deadline.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
const base = { begunOn: '2026-10-01', dueOn: '2026-11-10', endedOn: null, inTime: false, awaited: true };

test.each([
	['answered before its day', { endedOn: '2026-11-05', inTime: true }, 'in_time'],
	['answered on its day', { endedOn: '2026-11-10', inTime: true }, 'in_time'],
	['answered in time, due in a later month', { dueOn: '2026-12-20', endedOn: '2026-11-30', inTime: true }, 'in_time'],
	['answered after its day', { endedOn: '2026-11-12' }, 'late'],
	['answered late, due in an earlier month', { dueOn: '2026-10-20', endedOn: '2026-11-01' }, 'late'],
	['never answered', {}, 'overdue'],
	['answered only in a later month', { endedOn: '2026-12-02' }, 'overdue'],
	['answered in an earlier month', { endedOn: '2026-10-30', inTime: true }, null],
	['withdrawn before its day', { awaited: false }, null],
	['due in a later month', { dueOn: '2026-12-01' }, null],
	['due in an earlier month and still awaited', { dueOn: '2026-10-31' }, null],
	['due today', { dueOn: '2026-11-22' }, null],
	['due yesterday', { dueOn: '2026-11-21' }, 'overdue'],
] as const)('%s', (_case, change, expected) => {
	expect(timelinessOf({ ...base, ...change }, november, '2026-11-22')).toBe(expected);
});
