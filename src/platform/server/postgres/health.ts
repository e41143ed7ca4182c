// The state of a database, embedded or external, for the admin page.
import pg from 'pg';
import process from 'node:process';

export interface DatabaseHealth {
	/** Such as `18.4`. */
	version: string;
	major: number;
	/** The newest minor known for this major when the server is older than that, else null. */
	behind: string | null;
	/** Size of the database in bytes. */
	size: number;
	/** Page checksums are on. */
	checksums: boolean;
	/** Version of the time-zone data the application converts with (PostgreSQL does not tell its own). */
	timeZoneData: string | null;
	/** Zones where the server's own conversion differs from the application's in the coming year: its data is older or newer. */
	timeZonesApart: string[];
}

/** Newest minor releases known when this was released; raise them with each release. */
const newestKnown: Readonly<Record<number, number>> = { 18: 6 };

export interface HealthOptions {
	/** The newest minor of a major, when something better than the built-in list knows it. */
	newestMinor?: (major: number) => number | undefined;
	zones?: readonly string[];
	now?: Date;
}

/** Asks the server. Throws the driver's error when it does not answer. */
export async function databaseHealth(
	connection: pg.ClientConfig,
	options: HealthOptions = {},
): Promise<DatabaseHealth> {
	const {
		newestMinor = (major) => newestKnown[major],
		zones = ['Africa/Casablanca', 'Africa/Tunis', 'Europe/Paris', 'America/La_Paz'],
	} = options;
	const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...connection });
	await client.connect();
	try {
		const { rows } = await client.query<{ number: string; size: string; checksums: string }>(
			`select current_setting('server_version_num') as number, pg_database_size(current_database())::text as size,
				current_setting('data_checksums') as checksums`,
		);
		const number = Number(rows[0]?.number);
		const [major, minor] = [Math.floor(number / 10_000), number % 10_000];
		const newest = newestMinor(major);
		return {
			version: `${major}.${minor}`,
			major,
			behind: newest !== undefined && newest > minor ? `${major}.${newest}` : null,
			size: Number(rows[0]?.size),
			checksums: rows[0]?.checksums === 'on',
			timeZoneData: process.versions['tz'] ?? null,
			timeZonesApart: await zonesApart(client, zones, options.now ?? new Date()),
		};
	} finally {
		await client.end();
	}
}

async function zonesApart(client: pg.Client, zones: readonly string[], now: Date): Promise<string[]> {
	const { rows } = await client.query<{ zone: string; at: string; minutes: string }>(
		`select zone, extract(epoch from at)::bigint::text as at,
			round(extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::text as minutes
		from unnest($1::text[]) zone join pg_timezone_names on name = zone,
			generate_series($2::timestamptz, $2::timestamptz + interval '1 year', interval '10 days') at`,
		[zones, now.toISOString()],
	);
	const apart = rows
		.filter(({ zone, at, minutes }) => offsetOf(zone, Number(at) * 1000) !== Number(minutes))
		.map(({ zone }) => zone);
	return [...new Set(apart)];
}

/** Minutes ahead of UTC, by the application's time-zone data. */
function offsetOf(zone: string, at: number): number {
	const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
	const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}
