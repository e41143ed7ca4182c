// A table is written by one room only: the one whose server/ declares it, by custom in schema.ts.
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './files.ts';

const root = resolve(import.meta.dirname, '../..');

/** The room a file under src lives in: its path up to server/ or ui/, or its folder. */
function roomOf(path: string): string {
	return path.replace(/\/(server|ui|test)\/.*$|\/[^/]*$/, '');
}

/** The tables that a file adds to `interface Tables`. */
function tablesDeclaredIn(source: string): string[] {
	const block = /interface Tables\s*\{([\s\S]*?)\n\t?\}/.exec(source)?.[1] ?? '';
	return [...block.matchAll(/^\s*'?([a-z][a-z0-9_]*)'?\??:/gm)].flatMap(([, table]) => table ?? []);
}

/** The tables that a source file writes, by the query builder or in SQL, each with its line. */
function tablesWrittenIn(source: string): { table: string; line: number }[] {
	const built = /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`]([a-z][a-z0-9_]*)/g;
	const spelt =
		/\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?([a-z][a-z0-9_]*)"?(?=\s+(?:set|where|values|using|as|\()|\s*[(;`'"]|\s*$)/gim;
	return [...source.matchAll(built), ...source.matchAll(spelt)].flatMap((match) =>
		match[1] ? [{ table: match[1], line: source.slice(0, match.index).split('\n').length }] : [],
	);
}

interface Source {
	path: string;
	text: string;
}

/** Every write of a declared table outside its room's server/, and every write by the builder of a table nobody declared. */
function trespasses(sources: readonly Source[]): string[] {
	const ownerOf = new Map<string, string>();
	const twice: string[] = [];
	for (const { path, text } of sources) {
		for (const table of /\/server\//.test(path) ? tablesDeclaredIn(text) : []) {
			const owner = ownerOf.get(table);
			if (owner && owner !== roomOf(path)) twice.push(`${path} declares "${table}", which ${owner} declares already`);
			ownerOf.set(table, roomOf(path));
		}
	}
	const written = sources.flatMap(({ path, text }) =>
		tablesWrittenIn(text).flatMap(({ table, line }) => {
			const owner = ownerOf.get(table);
			if (owner === undefined) return [`${path}:${line} writes "${table}", which no server/ declares`];
			if (path.startsWith(`${owner}/server/`)) return [];
			return [`${path}:${line} writes "${table}", which belongs to ${owner}/server`];
		}),
	);
	return [...twice, ...written];
}

describe('tables', () => {
	it('are written only by the room that declares them', () => {
		const sources = filesUnder(join(root, 'src'))
			.filter((path) => /\.(ts|svelte|mjs)$/.test(path) && !/\.test\.ts$|\/test\//.test(path))
			.map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
		expect(trespasses(sources)).toEqual([]);
	});

	const schema: Source = {
		path: 'src/modules/agenda/server/schema.ts',
		text: "declare module '#platform/server/db.ts' {\n\tinterface Tables {\n\t\tevent: EventTable;\n\t\tevent_day: DayTable;\n\t}\n}\n",
	};
	const store: Source = { path: 'src/modules/agenda/server/store.ts', text: "tx.insertInto('event').values(row)" };

	it('may be written at home', () => {
		expect(trespasses([schema, store])).toEqual([]);
	});

	it.each([
		['from another room', 'src/modules/audio/server/store.ts', "tx.deleteFrom('event_day')"],
		['from a page', 'src/routes/+page.server.ts', "db.updateTable('event').set({})"],
		['from a pure file at home', 'src/modules/agenda/event.ts', "db.updateTable('event').set({})"],
		['in plain SQL', 'src/modules/audio/server/store.ts', 'sql`update event set seen = true`'],
		['in SQL over lines', 'src/modules/audio/server/store.ts', 'sql`\n\tinsert into event (id)\n\tvalues (1)`'],
		['that nobody declared', 'src/modules/agenda/server/store.ts', "tx.insertInto('evnet')"],
	])('are not written %s', (_where, path, text) => {
		expect(trespasses([schema, { path, text }])).toHaveLength(1);
	});

	it('belong to one room', () => {
		expect(trespasses([schema, { ...schema, path: 'src/modules/audio/server/schema.ts' }])).toHaveLength(2);
	});
});
