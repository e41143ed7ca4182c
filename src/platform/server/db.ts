// The database handle: Kysely over one pool, whose COMMIT is checked to have been a COMMIT.
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/** Every table, added to by each room's server/schema.ts through declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- rooms add their tables by declaration merging
export interface Tables {}
export type Tx = Transaction<Tables>;
export type Db = Kysely<Tables>;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day);

export interface DbOptions {
	connection: pg.ClientConfig;
	/** Most connections of this process. */
	max?: number;
	onError?: (error: Error) => void;
}

/** Opens a pool and the Kysely handle over it. Close with `db.destroy()`. */
export function openDb({ connection, max = 12, onError }: DbOptions): { db: Db; pool: pg.Pool } {
	const pool = new pg.Pool({ ...connection, max, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 10_000 });
	pool.on('error', (error) => onError?.(error));
	pool.on('connect', (client) => {
		// A client that is in use when the server goes away says so by an event nobody else listens to.
		client.on('error', (error) => onError?.(error));
		const query = client.query.bind(client) as (...args: unknown[]) => unknown;
		client.query = ((...args: unknown[]) => checkCommit(args, query(...prepared(args)))) as typeof client.query;
	});
	return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

const mostPrepared = 150;
const names = new Map<string, string>();

/** Statements that come again are prepared once a connection: parsing and planning is most of what a small one costs. */
const preparable = /^\s*(?:select|insert|with)\s/i;
/** The condition of a partial index must stand there in values: a plan for any value cannot tell which index is meant. */
const ofPartialIndex = /on conflict \([^)]*\) where/i;
function prepared(args: unknown[]): unknown[] {
	const [text, values, ...rest] = args;
	// A third argument is a callback (pool.query passes one): such a call goes on as it is.
	if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return args;
	if (text.length > 12_000 || !preparable.test(text) || ofPartialIndex.test(text)) return args;
	let name = names.get(text);
	if (!name) {
		if (names.size >= mostPrepared) return args;
		name = `own_${names.size}`;
		names.set(text, name);
	}
	return [{ name, text, values }, ...rest];
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: make that an error. */
function checkCommit(args: unknown[], answer: unknown): unknown {
	const first = args[0];
	const text =
		typeof first === 'string' ? first : typeof first === 'object' && first && 'text' in first ? first.text : '';
	if (String(text).toLowerCase() !== 'commit' || !(answer instanceof Promise)) return answer;
	return answer.then((result: { command?: string }) => {
		if (result.command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed');
		return result;
	});
}
