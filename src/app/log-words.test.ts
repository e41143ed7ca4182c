// The words of the log: every fact that can be recorded has its sentence and can be chosen.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMessageKey, keysUnder } from '#platform/i18n/index.ts';
import { actorOf, aspectsOf, personIn, typesByRoom } from './log-words.ts';

const declared = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('facts.ts'))
	.flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/defineFact\(\s*'([a-z_.]+)'/gu)])
	.map((match) => match[1]!);
const groups = typesByRoom(keysUnder('fact.'));

test('every declared fact has its sentence and stands under the name of its room', () => {
	expect(declared.length).toBeGreaterThan(40);
	const listed = groups.flatMap(({ types }) => types);
	expect(declared.filter((type) => !listed.includes(type))).toEqual([]);
	expect(groups.filter(({ room }) => !isMessageKey(`log.room.${room}`))).toEqual([]);
});

const fact = (type: string, data: unknown) => ({ type, data, actorKind: 'guest', origin: 'person', subject: 'x' });

test('what screening held is said to be by screening; other acts are by who did them', () => {
	expect(actorOf(fact('moderation.case.opened', { source: 'screening' }))).toBe('screening');
	expect(actorOf(fact('moderation.case.opened', { source: 'flag' }))).toBe('guest');
});

test('a decision, a role and a reason are said in words, what is unknown in none', () => {
	expect(aspectsOf(fact('moderation.case.decided', { outcome: 'refuse' }))).toEqual(['moderation.outcome.refuse']);
	expect(aspectsOf(fact('spaces.role.given', { role: 'editor', personId: 'p' }))).toEqual(['role.editor']);
	expect(aspectsOf(fact('spaces.role.given', { role: 'king' }))).toEqual([]);
	expect(aspectsOf(fact('spaces.space.changed', null))).toEqual([]);
	expect(personIn(fact('spaces.role.given', { personId: 'p' }))).toBe('p');
});
