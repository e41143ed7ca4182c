// The one list of what waits.
import { expect, test } from 'vitest';
import type { Waiting } from '#platform/server/room.ts';
import { countByKind, oldestFirst } from './waiting.ts';

const item = (key: string, since: string, late = false): Waiting => ({
	key,
	title: key,
	locale: 'fr',
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

test('kinds are counted with how many are late', () => {
	const counts = countByKind([
		item('waiting.version.proposed', '2026-11-01', true),
		item('waiting.version.returned', '2026-11-02'),
		item('waiting.answer', '2026-11-02'),
	]);
	expect(counts.get('version')).toEqual({ count: 2, late: 1 });
	expect(counts.get('answer')).toEqual({ count: 1, late: 0 });
	expect(counts.get('case')).toBeUndefined();
});
