// The state of the installation: program, database, queue, followers, mail, room on disk.
import { statfs } from 'node:fs/promises';
import process from 'node:process';
import { followerLag } from '#platform/server/activity/index.ts';
import { installation } from '#platform/server/installation.ts';
import { countMail } from '#platform/server/mail/index.ts';
import { databaseHealth } from '#platform/server/postgres/index.ts';

/** What a failing question answers: its error, so that the rest of the page still stands. */
async function asked<Answer>(question: () => Promise<Answer>): Promise<{ answer: Answer } | { error: string }> {
	try {
		return { answer: await question() };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}

async function disk(folder: string): Promise<{ free: number; total: number }> {
	const { bavail, blocks, bsize } = await statfs(folder);
	return { free: bavail * bsize, total: blocks * bsize };
}

/** Everything the health page shows; sizes in bytes, times in seconds. */
export async function healthOf() {
	const { config, connection, db, jobs, listener, version } = installation();
	const [database, queues, dead, followers, mail, space] = await Promise.all([
		asked(() => databaseHealth(connection)),
		asked(() => jobs.depth()),
		asked(() => jobs.dead(20)),
		asked(() => followerLag(db)),
		asked(() => countMail(db)),
		asked(() => disk(config.dataDir)),
	]);
	return {
		version,
		node: process.versions.node,
		uptime: Math.round(process.uptime()),
		memory: process.memoryUsage().rss,
		hearing: listener.hearing,
		sends: config.smtpUrl !== null,
		works: config.worker === 'inline',
		embedded: config.databaseUrl === null,
		database,
		queues,
		dead,
		followers,
		mail,
		space,
	};
}
