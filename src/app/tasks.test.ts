// The words of the health page: each job and each follower is named by what it does.
import { expect, test } from 'vitest';
import { isMessageKey } from '#platform/i18n/index.ts';
import { jobs, rooms } from './modules.ts';

test('every job and every follower is named in words', () => {
	const named = [...jobs, ...rooms.flatMap((room) => room.followers ?? [])].map(({ name }) => name);
	expect(named.length).toBeGreaterThan(8);
	expect([...named, 'dead-letters'].filter((name) => !isMessageKey(`health.task.${name}`))).toEqual([]);
});
