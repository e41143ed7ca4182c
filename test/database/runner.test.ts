// The runner and the log: what every act in the house rests on.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { follow, readFacts, sequenceFacts } from '#platform/server/activity/index.ts';
import { defineCommand, run } from '#platform/server/commands/index.ts';
import { defineFact, type Recorded } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { system } from '#platform/actor.ts';
import { writeSetting } from '#platform/server/settings.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

const noted = defineFact('test.note.made', 1, 'public', z.object({ n: z.number() }));

/** Notes a value in a setting; `end` says how it ends. */
const note = defineCommand({
	name: 'test.note',
	about: 'Notes a number.',
	input: z.object({
		key: z.string(),
		n: z.number(),
		end: z.enum(['commit', 'refuse', 'fail', 'swallow']).default('commit'),
	}),
	load: () => Promise.resolve(null),
	allow: (actor) => (actor.kind === 'system' ? null : { code: 'access.denied' }),
	async run({ tx, input }) {
		await writeSetting(tx, input.key, input.n);
		if (input.end === 'refuse') refuse('note.refused');
		if (input.end === 'fail') throw new Error('the power went out');
		if (input.end === 'swallow') await sql`select 1 / 0`.execute(tx).catch(() => undefined);
		return { result: { n: input.n }, facts: [noted(newId(), { n: input.n })] };
	},
});

let installation: TestInstallation;
let call: ReturnType<ReturnType<typeof builders>['call']>;
const facts = async (): Promise<number> =>
	(
		await installation.db
			.selectFrom('activity')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow()
	).n;
const setting = async (key: string): Promise<unknown> =>
	(await installation.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;

beforeAll(async () => {
	installation = await testInstallation({}, 24);
	call = builders(installation).call(system, null);
});

describe('one act', () => {
	test('leaves its row and its fact together', async () => {
		const before = await facts();
		await run(installation.db, note, call, { key: 'a', n: 1 });
		expect(await setting('a')).toBe(1);
		expect(await facts()).toBe(before + 1);
	});

	test.each(['refuse', 'fail', 'swallow'] as const)('that ends by "%s" leaves neither row nor fact', async (then) => {
		const before = await facts();
		await expect(run(installation.db, note, call, { key: `gone-${then}`, n: 1, end: then })).rejects.toThrow();
		expect(await setting(`gone-${then}`)).toBeUndefined();
		expect(await facts()).toBe(before);
	});

	test('is refused before anything is written when the actor may not', async () => {
		const refusal = await refusalFrom(
			run(installation.db, note, { ...call, actor: { kind: 'guest', id: null, roles: [] } }, { key: 'b', n: 1 }),
		);
		expect(refusal.code).toBe('access.denied');
		expect(await setting('b')).toBeUndefined();
	});

	test('says all that is wrong at once: what was not read, each field, rows of lists, and the fields together', async () => {
		const pair = defineCommand({
			name: 'test.pair',
			about: 'Takes what belongs together.',
			input: z.object({
				kind: z.enum(['a', 'b']),
				from: z.number(),
				to: z.number(),
				rows: z.array(z.object({ title: z.string().min(3), day: z.string() })),
			}),
			check: ({ from, to, rows = [] }) => [
				...(from !== undefined && to !== undefined && from > to ? [{ code: 'pair.order_wrong', field: 'to' }] : []),
				...(rows[0]?.day === 'x' ? [{ code: 'pair.day_wrong', field: 'rows.0.day' }] : []),
				...(rows[0]?.title === undefined ? [{ code: 'pair.said_already', field: 'rows.0.title' }] : []),
			],
			load: () => Promise.reject(new Error('nothing is loaded for what cannot be read')),
			allow: () => null,
			run: () => Promise.reject(new Error('never run')),
		});
		const raw = { kind: 'c', from: 2, to: 1, rows: [{ title: 'é', day: 'x' }] };
		const unread = [{ code: 'file.broken', field: 'file' }];
		const { others = [], ...first } = await refusalFrom(run(installation.db, pair, { ...call, unread }, raw));
		expect([first, ...others].map(({ code, field }) => `${code} ${field}`)).toEqual([
			'file.broken file',
			'field.invalid kind',
			'field.too_short rows.0.title',
			'pair.order_wrong to',
			'pair.day_wrong rows.0.day',
		]);
	});

	test('with wrong input names every field', async () => {
		const refusal = await refusalFrom(run(installation.db, note, call, { key: 3, end: 'dance' }));
		expect([refusal.field, ...(refusal.others ?? []).map((other) => other.field)]).toEqual(['key', 'n', 'end']);
	});
});

describe('an idempotency key', () => {
	test('used fifty times at once gives one effect and one answer', async () => {
		const before = await facts();
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => run(installation.db, note, { ...call, key: 'fifty' }, { key: 'fifty', n: 7 })),
		);
		expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"n":7}']));
		expect(await facts()).toBe(before + 1);
	});

	test('used again a day later still answers the same', async () => {
		const before = await facts();
		const later = { ...call, key: 'fifty', now: new Date(call.now.getTime() + 86_400_000) };
		expect(await run(installation.db, note, later, { key: 'fifty', n: 7 })).toEqual({ n: 7 });
		expect(await facts()).toBe(before);
	});

	test('used for something else is refused', async () => {
		expect(
			(await refusalFrom(run(installation.db, note, { ...call, key: 'fifty' }, { key: 'fifty', n: 8 }))).code,
		).toBe('key.reused');
	});

	test('of an act that was refused is free again', async () => {
		await refusalFrom(run(installation.db, note, { ...call, key: 'second-try' }, { key: 'c', n: 1, end: 'refuse' }));
		expect(await run(installation.db, note, { ...call, key: 'second-try' }, { key: 'c', n: 2 })).toEqual({ n: 2 });
	});
});

describe('the log', () => {
	test('cannot be changed or shortened', async () => {
		await expect(sql`update activity set type = 'x'`.execute(installation.db)).rejects.toThrow('insert-only');
		await expect(sql`delete from activity`.execute(installation.db)).rejects.toThrow('insert-only');
	});

	test('is read whole by a follower while eight writers write', async () => {
		const seen: Recorded[] = [];
		const watcher = { name: 'watcher', apply: (_tx: unknown, fact: Recorded) => Promise.resolve(void seen.push(fact)) };
		let writing = true;
		const writers = Array.from({ length: 8 }, (_, writer) =>
			(async () => {
				for (let i = 0; i < 40; i++)
					await run(installation.db, note, call, { key: `w${writer}`, n: writer * 1000 + i });
			})(),
		);
		const reading = (async () => {
			while (writing) {
				// Three workers number at once, as in an installation with several processes.
				await Promise.all([1, 2, 3].map(() => sequenceFacts(installation.db)));
				await follow(installation.db, watcher, new Date(), 7);
			}
		})();
		await Promise.all(writers);
		writing = false;
		await reading;
		await sequenceFacts(installation.db);
		while ((await follow(installation.db, watcher, new Date())) > 0);
		const numbers = seen.filter((fact) => fact.type === noted.type).map((fact) => (fact.data as { n: number }).n);
		for (let writer = 0; writer < 8; writer++)
			for (let i = 0; i < 40; i++) expect(numbers).toContain(writer * 1000 + i);
		expect(seen.length).toBe(await facts());
		expect(new Set(seen.map((fact) => fact.id)).size).toBe(seen.length);
		expect(seen.map((fact) => fact.pos)).toEqual(seen.map((_, i) => i + 1));
	});

	test('keeps a follower where it was when applying a fact fails, and goes on after', async () => {
		let broken = true;
		const applied: string[] = [];
		const shaky = {
			name: 'shaky',
			apply: (_tx: unknown, fact: Recorded) => {
				if (broken && fact.pos === 3) throw new Error('not yet');
				return Promise.resolve(void applied.push(fact.id));
			},
		};
		await expect(follow(installation.db, shaky, new Date(), 10)).rejects.toThrow('not yet');
		broken = false;
		applied.length = 0;
		await follow(installation.db, shaky, new Date(), 10);
		expect(applied).toEqual((await readFacts(installation.db, 0, 10)).map((fact) => fact.id));
	});
});
