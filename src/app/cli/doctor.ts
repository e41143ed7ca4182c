// `joussour doctor`: looks at everything an installation stands on and says, line by line, what is well and what is not.
import { existsSync } from 'node:fs';
import { access, constants, readdir, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import { followerLag } from '#platform/server/activity/index.ts';
import { type Config, readConfig } from '#platform/server/config.ts';
import { openDb } from '#platform/server/db.ts';
import { startJobs } from '#platform/server/jobs/index.ts';
import { mailFailure } from '#platform/server/mail/index.ts';
import { migrationsOf } from '#platform/server/migrate.ts';
import { databaseHealth } from '#platform/server/postgres/index.ts';
import { root } from '#platform/server/root.ts';
import { dayOf, wallTimeOf } from '#platform/time.ts';
import { type Database, openDatabase } from '../database.ts';
import {
	type Finding,
	judgeDatabase,
	judgeDisk,
	judgeFollower,
	judgeMail,
	judgeMigrations,
	judgeNode,
	judgeQueue,
	judgeZones,
	lineOf,
} from './checks.ts';
import { print } from './print.ts';

const zones = [
	'Africa/Casablanca',
	'Africa/Tunis',
	'Africa/Algiers',
	'America/La_Paz',
	'Europe/Paris',
	'Europe/Madrid',
];
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

function minutesAhead(zone: string, now: Date): number | null {
	try {
		return Math.round((Date.parse(`${wallTimeOf(now, zone)}Z`) - Math.floor(now.getTime() / 60_000) * 60_000) / 60_000);
	} catch {
		return null;
	}
}

async function pinnedNode(): Promise<string | null> {
	const { optionalDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
		optionalDependencies?: Record<string, string>;
	};
	return optionalDependencies?.[`node-${process.platform}-${process.arch}`] ?? null;
}

async function machine(config: Config, now: Date): Promise<Finding[]> {
	const folder = existsSync(config.dataDir) ? config.dataDir : path.dirname(config.dataDir);
	const disk = await statfs(folder).then(
		({ bavail, bsize }) => judgeDisk(bavail * bsize, folder),
		(error: unknown): Finding => ({ state: 'bad', about: 'Disk', text: `${folder} cannot be read: ${words(error)}` }),
	);
	const closed = await access(folder, constants.W_OK).then(
		(): Finding[] => [],
		(): Finding[] => [
			{ state: 'bad', about: 'Data', text: `this user may not write in ${folder}. Look at its owner and permissions.` },
		],
	);
	return [
		judgeNode(process.version, await pinnedNode()),
		judgeZones(
			process.versions['tz'] ?? null,
			zones.map((zone) => ({ zone, minutes: minutesAhead(zone, now) })),
		),
		disk,
		...closed,
		judgeMail(config.smtpUrl, await mailFailure(config.smtpUrl)),
	];
}

/** Looks at the rows only: nothing is migrated, nothing is written. */
async function inside({ connection }: Database, now: Date): Promise<Finding[]> {
	const found = judgeDatabase(await databaseHealth(connection, { zones, now }));
	const { db, pool } = openDb({ connection, max: 2 });
	try {
		const known = (await readdir(path.join(root, 'db', 'migrations'))).filter((name) => name.endsWith('.ts')).length;
		const applied = (await migrationsOf(db)).length;
		found.push(judgeMigrations(applied, known));
		if (applied === 0) return found;
		const jobs = await startJobs({ pool, onError: () => undefined });
		found.push(
			...judgeQueue(await jobs.depth(), (await jobs.dead(1_000)).length),
			...(await followerLag(db)).map(judgeFollower),
		);
		await jobs.stop().catch(() => undefined);
	} catch (error) {
		found.push({ state: 'bad', about: 'Database', text: words(error) });
	} finally {
		await db.destroy();
	}
	return found;
}

async function database(config: Config, now: Date): Promise<Finding[]> {
	if (!config.databaseUrl && !existsSync(path.join(config.dataDir, 'postgres')))
		return [{ state: 'warn', about: 'Database', text: `none in ${config.dataDir} yet: joussour start makes it.` }];
	try {
		const server = await openDatabase(config);
		return await inside(server, now).finally(() => server.stop());
	} catch (error) {
		return [{ state: 'bad', about: 'Database', text: `it does not answer: ${words(error)}` }];
	}
}

export const doctor = {
	help: `
joussour doctor
Looks at Node.js, time-zone data, database, schema, disk, mail, jobs and followers.
Says one line each: ok, warn (it works, but look at it) or bad (mend it).
Changes nothing; it may run while the application runs. A stopped embedded database is started to be looked at.
Ends with exit code 1 when something is bad.`,
	takes: {},
	async run(): Promise<void> {
		const config = readConfig(process.env);
		const now = new Date();
		print(`Joussour in ${root}, data in ${config.dataDir}, ${dayOf(now, 'UTC')}`);
		const findings = [...(await machine(config, now)), ...(await database(config, now))];
		for (const finding of findings) print(lineOf(finding));
		if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
	},
};
