// Who stands for a role at the demonstration's door.
import { expect, test } from 'vitest';
import { onePerRole } from './one-per-role.ts';
import { roles } from './role.ts';

const held = (personId: string, role: string, spaceId = 's') => ({ personId, name: personId, spaceId, role });

test('each role has one person, in the order of the roles', () => {
	const chosen = onePerRole([held('b', 'admin'), held('a', 'producer'), held('c', 'producer')]);
	expect(chosen.map(({ role, personId }) => [role, personId])).toEqual([
		['producer', 'a'],
		['admin', 'b'],
	]);
	expect(roles.indexOf(chosen[0]!.role)).toBeLessThan(roles.indexOf(chosen[1]!.role));
});

test('who holds the role alone is preferred to who holds several', () => {
	const [chosen] = onePerRole([held('busy', 'editor'), held('busy', 'moderator'), held('plain', 'editor')]);
	expect(chosen?.personId).toBe('plain');
});

test('nobody is invented for a role that nobody holds, and a word that is no role is no role', () => {
	expect(onePerRole([held('a', 'king')])).toEqual([]);
});
