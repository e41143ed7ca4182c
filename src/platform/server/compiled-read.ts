// Reads whose text is put together once, and several of them asked in one round trip.
import {
	CompiledQuery,
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
} from 'kysely';
import type { Db, Tables, Tx } from './db.ts';

/** What a value looks like once the database has written it as JSON: instants are strings, the rest stays. */
export type Json<Value> = Value extends Date
	? string
	: Value extends readonly (infer One)[]
		? Json<One>[]
		: Value extends object
			? { [Name in keyof Value]: Json<Value[Name]> }
			: Value;

/** A question to the database, and how the rows that answer it are read. */
export interface Read<Answer> {
	/** The same for reads of the same text. */
	readonly form: number;
	readonly text: string;
	readonly parameters: readonly unknown[];
	readonly answer: (rows: readonly unknown[]) => Answer;
}

/** Stands in a query for a value that comes later. */
class Slot {
	readonly name: PropertyKey;
	constructor(name: PropertyKey) {
		this.name = name;
	}
}

/** Puts queries together without a database. */
const builder = new Kysely<Tables>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	},
});

let forms = 0;

/**
 * A read of a fixed form. `build` is called once, with a stand-in for each value: to be used only where a query takes a
 * value (`= any(…)` takes a whole array as one; the list of `in` does not).
 */
export function compiledRead<Values extends object, Row>(
	build: (db: Kysely<Tables>, values: Values) => { compile(): CompiledQuery<Row> },
): <Answer>(values: Values, answer: (rows: Json<Row>[]) => Answer) => Read<Answer> {
	const form = forms++;
	let made: CompiledQuery<Row> | null = null;
	return (values, answer) => {
		made ??= build(builder, new Proxy({} as Values, { get: (_, name) => new Slot(name) })).compile();
		const parameters = made.parameters.map((value) =>
			value instanceof Slot ? (values as Record<PropertyKey, unknown>)[value.name] : value,
		);
		return { form, text: made.sql, parameters, answer: (rows) => answer(rows as Json<Row>[]) };
	};
}

const texts = new Map<string, string>();

/** One statement that answers several questions, a column each. Compiled text holds a `$` nowhere but before a number. */
function together(reads: readonly Read<unknown>[]): string {
	const key = reads.map((read) => read.form).join(' ');
	const known = texts.get(key);
	if (known) return known;
	let before = 0;
	const columns = reads.map(({ text, parameters }, at) => {
		const moved = text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`);
		before += parameters.length;
		return `(select coalesce(json_agg(one), '[]') from (${moved}) as one) as r${at}`;
	});
	const text = `select ${columns.join(', ')}`;
	texts.set(key, text);
	return text;
}

type Answers<Reads extends readonly Read<unknown>[]> = {
	-readonly [At in keyof Reads]: Reads[At] extends Read<infer Answer> ? Answer : never;
};

/** Asks all questions at once, against one state of the database. */
export async function readTogether<Reads extends readonly Read<unknown>[]>(
	db: Db | Tx,
	...reads: Reads
): Promise<Answers<Reads>> {
	const asked = CompiledQuery.raw(
		together(reads),
		reads.flatMap((read) => read.parameters),
	);
	const [row = {}] = (await db.executeQuery<Record<string, unknown[]>>(asked)).rows;
	return reads.map((read, at) => read.answer(row[`r${at}`] ?? [])) as Answers<Reads>;
}

export const readOne = async <Answer>(db: Db | Tx, read: Read<Answer>): Promise<Answer> =>
	(await readTogether(db, read))[0];
