// Questions put to the log.
import { expect, test } from 'vitest';
import { queryOf, readableData, readLogFilters, readPlace, writePlace } from './log.ts';

const ask = (query: string) => readLogFilters(new URLSearchParams(query));
const id = '01a20440-097d-719a-a67a-9bd108a1f025';

test('a question is read from the address, empty fields ask nothing', () => {
	expect(ask(`type=publishing.&space=&actor=guest&from=2026-11-01&subject=${id.toUpperCase()}`)).toMatchObject({
		type: 'publishing.',
		space: undefined,
		actor: 'guest',
		from: '2026-11-01',
		subject: id,
	});
});

test('a value that cannot be is left out instead of reaching the database', () => {
	expect(ask("type=a%25'--&space=7&actor=king&from=2026-13-01&subject=x")).toEqual({});
});

test('the way to older facts keeps the question', () => {
	const place = writePlace({ at: new Date('2026-11-22T17:00:00Z'), id });
	const next = ask(queryOf({ type: 'spaces.', actor: 'person' }, place).slice(1));
	expect(next).toMatchObject({ type: 'spaces.', actor: 'person', before: place });
	expect(readPlace(next.before)).toEqual({ at: new Date('2026-11-22T17:00:00Z'), id });
});

test.each(['', 'now', `2026-99-22T17:00:00.000Z_${id}`, '2026-11-22T17:00:00.000Z_1'])(
	'%j is no place in the log',
	(text) => {
		expect(readPlace(text)).toBeNull();
	},
);

test('data is read as pairs, whatever its depth; nothing is said to be empty', () => {
	expect(readableData({ role: 'admin', by: { id: 7, gone: null }, list: ['a'] })).toEqual([
		{ key: 'role', value: 'admin' },
		{ key: 'by.id', value: '7' },
		{ key: 'by.gone', value: '—' },
		{ key: 'list.0', value: 'a' },
	]);
});
