// Limits on acts and sign-ins, counted in the database so that every process shares them.
import type { ColumnType } from 'kysely';
import type pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { refuse } from '#platform/refusal.ts';
import type { Db } from './db.ts';

interface RateLimitTable {
	key: string;
	points: number;
	/** Milliseconds since 1970. */
	expire: ColumnType<number | null>;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		rate_limit: RateLimitTable;
	}
}

const limits = {
	/** Acts of one client: generous for a facilitator's tablet, short for a script. */
	acts: { points: 60, duration: 60 },
	/** Wrong passwords of one account. */
	sign_in: { points: 10, duration: 900 },
	/** Sign-in attempts from one neighbourhood of addresses: schools and mobile carriers share them. */
	sign_in_address: { points: 300, duration: 900 },
	/** Acts of all guests of one neighbourhood: room for a village behind one address, a wall for a script. */
	guest_acts: { points: 1500, duration: 3600 },
	/** Devices given to guests of one neighbourhood: a script that drops its cookie each time meets this one. */
	new_devices: { points: 500, duration: 3600 },
	/** Letters one address may be sent. */
	letters: { points: 5, duration: 3600 },
} as const;

/** The code each limit is refused with, where it is not `request.too_many`. */
const refusals: Partial<Record<keyof typeof limits, string>> = {
	guest_acts: 'guest.too_many',
	new_devices: 'guest.too_many',
};

const made = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

function limiter(pool: pg.Pool, kind: keyof typeof limits): RateLimiterPostgres {
	const ofPool = made.get(pool) ?? new Map<string, RateLimiterPostgres>();
	made.set(pool, ofPool);
	const found =
		ofPool.get(kind) ??
		new RateLimiterPostgres({
			storeClient: pool,
			tableName: 'rate_limit',
			tableCreated: true,
			keyPrefix: kind,
			clearExpiredByTimeout: false,
			...limits[kind],
		});
	ofPool.set(kind, found);
	return found;
}

/** Counts one; refuses with the limit's code and the minutes to wait when it is reached. */
export async function limit(pool: pg.Pool, kind: keyof typeof limits, key: string): Promise<void> {
	try {
		await limiter(pool, kind).consume(key);
	} catch (error) {
		if (error instanceof Error) throw error;
		const wait =
			typeof error === 'object' && error !== null && 'msBeforeNext' in error ? Number(error.msBeforeNext) : 60_000;
		const minutes = Math.max(1, Math.ceil(wait / 60_000));
		refuse(refusals[kind] ?? 'request.too_many', { minutes, count: minutes });
	}
}

export const limitActs = (pool: pg.Pool, client: string): Promise<void> => limit(pool, 'acts', client);

/** Forgets what was counted: a right password clears the wrong ones before it. */
export async function forgive(pool: pg.Pool, kind: keyof typeof limits, key: string): Promise<void> {
	await limiter(pool, kind).delete(key);
}

/** Lets go of counts whose time is over. */
export async function forgetLimits(db: Db, now: Date): Promise<void> {
	await db.deleteFrom('rate_limit').where('expire', '<', now.getTime()).execute();
}
