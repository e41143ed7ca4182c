// The one list of what waits.
import { expect, test } from 'vitest';
import type { Waiting } from '#platform/server/room.ts';
import { oldestFirst, restOf, totalOf } from './waiting.ts';

const item = (key: string, since: string, late = false): Waiting => ({
	key,
	title: key,
	locale: 'fr',
	list: '/desk/s/radio/works?tab=review',
	path: '/desk',
	since: new Date(since),
	late,
	spaceId: 's',
});

test('what has waited longest stands first, whichever room it comes from', () => {
	const list = oldestFirst([
		item('waiting.version.proposed', '2026-11-03'),
		item('waiting.case.flag', '2026-11-01'),
		item('waiting.answer', '2026-11-02'),
	]);
	expect(list.map((one) => one.key)).toEqual(['waiting.case.flag', 'waiting.answer', 'waiting.version.proposed']);
});

test('of two that have waited as long, the late one stands first', () => {
	const list = oldestFirst([item('waiting.answer', '2026-11-01'), item('waiting.commitment', '2026-11-01', true)]);
	expect(list[0]?.key).toBe('waiting.commitment');
});

test('everything is counted, listed or not, and each list says how many more it holds', () => {
	const review = { kind: 'version', spaceId: 's', list: '/desk/s/radio/works?tab=review', count: 63, late: 40 };
	const cases = { kind: 'case', spaceId: 's', list: '/desk/s/radio/moderation', count: 1, late: 0 };
	const items = [
		item('waiting.version.proposed', '2026-11-01', true),
		item('waiting.version.accepted', '2026-11-02'),
		{ ...item('waiting.case.flag', '2026-11-02'), list: cases.list },
	];
	expect(totalOf([review, cases])).toEqual({ count: 64, late: 40 });
	expect(restOf({ items, counts: [review, cases] })).toEqual([{ ...review, more: 61 }]);
});
