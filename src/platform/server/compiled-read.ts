// Reads whose text is put together once: what building a query costs is paid at its first run, not at each.
import type { CompiledQuery } from 'kysely';
import type { Db, Tx } from './db.ts';

/** Stands in a query for a value that comes later. */
class Slot {
	readonly name: PropertyKey;
	constructor(name: PropertyKey) {
		this.name = name;
	}
}

/**
 * A read of a fixed form. `build` is called once, with a stand-in for each value: to be used only where a query takes a
 * value (`= any(…)` takes a whole array as one; the list of `in` does not).
 */
export function compiledRead<Values extends object, Row>(
	build: (db: Db | Tx, values: Values) => { compile(): CompiledQuery<Row> },
): (db: Db | Tx, values: Values) => Promise<Row[]> {
	let made: CompiledQuery<Row> | null = null;
	return async (db, values) => {
		made ??= build(db, new Proxy({} as Values, { get: (_, name) => new Slot(name) })).compile();
		const parameters = made.parameters.map((value) =>
			value instanceof Slot ? (values as Record<PropertyKey, unknown>)[value.name] : value,
		);
		return (await db.executeQuery<Row>({ ...made, parameters })).rows;
	};
}
