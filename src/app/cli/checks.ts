// What the doctor judges: facts about the machine and the database in, a line in words out. Pure, so that it is tested.
import type { DatabaseHealth } from '#platform/server/postgres/index.ts';

export interface Finding {
	state: 'ok' | 'warn' | 'bad';
	/** What was looked at. */
	about: string;
	text: string;
}

const gigabyte = 1_000_000_000;
const sizeOf = (bytes: number): string =>
	bytes < gigabyte ? `${Math.round(bytes / 1_000_000)} MB` : `${(bytes / gigabyte).toFixed(1)} GB`;

/** Node.js must run TypeScript as it is written (24 or newer); the pinned version is the one that was tested. */
export function judgeNode(version: string, pinned: string | null): Finding {
	const about = 'Node.js';
	const major = Number(version.replace(/^v/, '').split('.')[0]);
	if (major < 24)
		return {
			state: 'bad',
			about,
			text: `${version} is too old: 24 or newer is needed. Run npm ci, which brings the pinned one.`,
		};
	if (pinned !== null && version !== `v${pinned}`)
		return {
			state: 'warn',
			about,
			text: `${version} runs, ${pinned} is the version this release was tested with. npm ci brings it.`,
		};
	return { state: 'ok', about, text: `${version}, the pinned version.` };
}

export function judgeZones(data: string | null, offsets: readonly { zone: string; minutes: number | null }[]): Finding {
	const about = 'Time zones';
	const missing = offsets.filter(({ minutes }) => minutes === null).map(({ zone }) => zone);
	if (missing.length > 0)
		return { state: 'bad', about, text: `Node.js does not know ${missing.join(', ')}. It needs full ICU data.` };
	const now = offsets.map(({ zone, minutes }) => `${zone} is UTC${minutes! < 0 ? '-' : '+'}${Math.abs(minutes!) / 60}`);
	return {
		state: data === null ? 'warn' : 'ok',
		about,
		text: `data ${data ?? 'of unknown version'}; now ${now.join(', ')}.`,
	};
}

export function judgeDatabase(health: DatabaseHealth): Finding[] {
	const about = 'Database';
	const size = `PostgreSQL ${health.version}, ${sizeOf(health.size)}`;
	const version: Finding =
		health.major < 15
			? { state: 'bad', about, text: `${size}: 15 or newer is needed.` }
			: health.behind
				? { state: 'warn', about, text: `${size}: ${health.behind} is out and mends faults of this one.` }
				: { state: 'ok', about, text: `${size}.` };
	const apart = health.timeZonesApart;
	return [
		version,
		...(health.checksums
			? []
			: [{ state: 'warn' as const, about, text: 'page checksums are off: a failing disk would go unseen.' }]),
		apart.length === 0
			? { state: 'ok', about: 'Database zones', text: 'the same as those of Node.js for the coming year.' }
			: {
					state: 'warn',
					about: 'Database zones',
					text: `differ from those of Node.js for ${apart.join(', ')}. The application converts with Node.js only; other programs on this database may be wrong.`,
				},
	];
}

export function judgeMigrations(applied: number, known: number): Finding {
	const about = 'Schema';
	if (applied === known) return { state: 'ok', about, text: `up to date (${known} migrations).` };
	if (applied > known)
		return { state: 'bad', about, text: 'made by a newer version of Joussour. Install that version.' };
	return {
		state: 'warn',
		about,
		text: `${known - applied} migrations wait: the next start does them, or joussour migrate.`,
	};
}

export function judgeDisk(free: number, folder: string): Finding {
	const about = 'Disk';
	const text = `${sizeOf(free)} free for ${folder}`;
	if (free < gigabyte / 4)
		return { state: 'bad', about, text: `${text}: nearly full. Make room now, or the database will stop.` };
	return free < 2 * gigabyte
		? { state: 'warn', about, text: `${text}: little is left.` }
		: { state: 'ok', about, text: `${text}.` };
}

export function judgeMail(smtpUrl: string | null, failure: string | null): Finding {
	const about = 'Mail';
	if (smtpUrl === null)
		return { state: 'warn', about, text: 'no SMTP_URL: letters are kept in the outbox and can be read there.' };
	const host = new URL(smtpUrl).host;
	return failure === null
		? { state: 'ok', about, text: `${host} answers.` }
		: { state: 'bad', about, text: `${host} does not take mail: ${failure}` };
}

export function judgeQueue(queues: readonly { name: string; waiting: number }[], dead: number): Finding[] {
	const about = 'Jobs';
	const letters = queues.filter(({ name }) => name !== 'dead-letters' && !name.startsWith('__pgboss'));
	const waiting = letters.reduce((sum, queue) => sum + queue.waiting, 0);
	const busiest = letters.filter((queue) => queue.waiting > 0).map((queue) => `${queue.name} ${queue.waiting}`);
	return [
		{
			state: waiting > 1_000 ? 'warn' : 'ok',
			about,
			text: waiting === 0 ? 'none waits.' : `${waiting} wait (${busiest.join(', ')}).`,
		},
		{
			state: dead > 0 ? 'warn' : 'ok',
			about: 'Dead letters',
			text: dead === 0 ? 'none.' : `${dead} jobs failed for good. Look at them on the health page and replay them.`,
		},
	];
}

export function judgeFollower({ name, lag, error }: { name: string; lag: number; error: string | null }): Finding {
	const about = `Follower ${name}`;
	if (error !== null) return { state: 'bad', about, text: `stands still ${lag} facts behind: ${error}` };
	return lag > 1_000
		? { state: 'warn', about, text: `${lag} facts behind. Is a worker running?` }
		: { state: 'ok', about, text: lag === 0 ? 'has read everything.' : `${lag} facts behind.` };
}

/** One line each; the states stand in a column. */
export const lineOf = ({ state, about, text }: Finding): string => `${state.padEnd(4)}  ${about}: ${text}`;
