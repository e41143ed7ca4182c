// Jobs: effects that happen after the commit, in order of arrival, with retries, heartbeats and a dead-letter queue.
import type pg from 'pg';
import { fromKysely, PgBoss, type Db as QueueDb } from 'pg-boss';
import type { z } from 'zod';
import type { Db, Tx } from '../db.ts';

export interface Job<Schema extends z.ZodType = z.ZodType> {
	/** Imperative: `send-mail`. Also the queue's name. */
	readonly name: string;
	readonly data: Schema;
	/** Cron line (5 fields, UTC) for a job that also runs by itself. */
	readonly every?: string;
	/** How often it is tried again after a failure, with pauses (seconds) that double; else five times within a minute or two. */
	readonly tries?: { most: number; first: number; longest: number };
	/** `isLast`: when it fails now, it is not tried again by itself. */
	run(db: Db, data: z.infer<Schema>, now: Date, isLast?: boolean): Promise<void>;
}

export const defineJob = <Schema extends z.ZodType>(job: Job<Schema>): Job<Schema> => job;

/** A job whose data are known only to its own room. */
export const anyJob = <Schema extends z.ZodType>(job: Job<Schema>): Job => job as unknown as Job;

export interface Jobs {
	/** Puts a job in the same transaction as the act. The same key waiting or running means one job. */
	enqueue<Schema extends z.ZodType>(
		tx: Tx,
		job: Job<Schema>,
		data: z.infer<Schema>,
		options?: { key?: string; after?: Date },
	): Promise<void>;
	work(jobs: readonly Job[], db: Db, clock: () => Date): Promise<void>;
	depth(): Promise<{ name: string; waiting: number; active: number; failed: number }[]>;
	dead(limit: number): Promise<{ id: string; from: string; data: unknown; at: Date; error: string | null }[]>;
	/** Lets go of the dead letters with these data: somebody sees to them in another way. */
	dropDead(tx: Tx, data: object): Promise<void>;
	/** Puts dead letters back in their queues; returns how many. */
	replay(): Promise<number>;
	stop(): Promise<void>;
}

const deadLetters = 'dead-letters';
const retries = {
	retryLimit: 5,
	retryBackoff: true,
	retryDelay: 2,
	heartbeatSeconds: 10,
	deadLetter: deadLetters,
	notify: true,
};

/** Brings the queue's own tables up to date and declares every queue. */
export async function prepareJobs(
	connection: pg.ClientConfig,
	names: readonly string[],
	options: { retryLimit?: number; retryDelay?: number } = {},
): Promise<void> {
	const boss = new PgBoss({ ...connection, max: 1, supervise: false, schedule: false } as ConstructorParameters<
		typeof PgBoss
	>[0]);
	boss.on('error', () => undefined);
	await boss.start();
	const known = new Set((await boss.getQueues()).map((queue) => queue.name));
	if (!known.has(deadLetters)) await boss.createQueue(deadLetters);
	for (const name of names)
		if (!known.has(name)) await boss.createQueue(name, { ...retries, ...options, policy: 'exclusive' });
	await boss.stop({ graceful: false });
}

/** Starts the queue client. `connection` is given by a worker (it listens); pages only put jobs in, over the pool. */
export async function startJobs(options: {
	pool: pg.Pool;
	connection?: pg.ClientConfig;
	onError: (error: Error) => void;
}): Promise<Jobs> {
	const { pool, connection, onError } = options;
	const overPool: QueueDb = { executeSql: (text, values) => pool.query(text, values) };
	const boss = connection
		? new PgBoss({
				...connection,
				max: 4,
				useListenNotify: true,
				superviseIntervalSeconds: 5,
				monitorIntervalSeconds: 5,
			} as ConstructorParameters<typeof PgBoss>[0])
		: new PgBoss({ db: overPool, supervise: false, schedule: false, migrate: false });
	boss.on('error', onError);
	await boss.start();
	return {
		async enqueue(tx, job, data, { key, after } = {}) {
			await boss.send(job.name, data as object, {
				db: fromKysely(tx),
				...(key ? { singletonKey: key } : { singletonKey: crypto.randomUUID() }),
				...(after ? { startAfter: after } : {}),
				...(job.tries
					? {
							retryLimit: job.tries.most,
							retryDelay: job.tries.first,
							retryDelayMax: job.tries.longest,
							retryBackoff: true,
						}
					: {}),
			});
		},
		async work(jobs, db, clock) {
			for (const job of jobs) {
				if (job.every) await boss.schedule(job.name, job.every, {}, { singletonKey: 'by-itself' });
				await boss.work(
					job.name,
					{
						batchSize: 1,
						localConcurrency: 2,
						pollingIntervalSeconds: 1,
						notifyPollingIntervalSeconds: 5,
						includeMetadata: true,
					},
					async ([taken]) => {
						if (taken) await job.run(db, job.data.parse(taken.data), clock(), taken.retryCount >= taken.retryLimit);
					},
				);
			}
		},
		async depth() {
			// The library's own queues have no work of ours.
			const queues = (await boss.getQueues()).filter(({ name }) => !name.startsWith('__'));
			const counts = await pool.query<{ name: string; state: string; n: number }>(
				`select name, state::text, count(*) n from pgboss.job where state in ('created','retry','active','failed') group by 1, 2`,
			);
			const count = (name: string, ...states: string[]) =>
				counts.rows
					.filter((row) => row.name === name && states.includes(row.state))
					.reduce((sum, row) => sum + row.n, 0);
			return queues.map(({ name }) => ({
				name,
				waiting: count(name, 'created', 'retry'),
				active: count(name, 'active'),
				failed: count(name, 'failed'),
			}));
		},
		async dead(limit) {
			const rows = await pool.query<{
				id: string;
				data: unknown;
				output: unknown;
				created_on: Date;
				source: string | null;
			}>(
				`select id, data, source_output as output, created_on, source_name as source
				 from pgboss.job where name = $1 and state = 'created' order by created_on desc limit $2`,
				[deadLetters, limit],
			);
			return rows.rows.map((row) => ({
				id: row.id,
				from: row.source ?? '',
				data: row.data,
				at: row.created_on,
				error: messageIn(row.output),
			}));
		},
		async dropDead(tx, data) {
			await fromKysely(tx).executeSql(
				`delete from pgboss.job where name = $1 and state = 'created' and data = $2::jsonb`,
				[deadLetters, JSON.stringify(data)],
			);
		},
		replay: () => boss.redrive(deadLetters),
		stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
	};
}

function messageIn(output: unknown): string | null {
	if (typeof output !== 'object' || output === null) return null;
	return 'message' in output ? String(output.message) : null;
}
