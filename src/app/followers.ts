// Runs the sequencer and every follower until nothing is left, and again whenever a fact is announced.
import {
	follow,
	type Follower,
	noteFollowerError,
	sequenceFacts,
	somethingWaits,
} from '#platform/server/activity/index.ts';
import type { Installation } from '#platform/server/installation.ts';

const followersOf = (installation: Pick<Installation, 'rooms'>): Follower[] =>
	installation.rooms.flatMap((room) => room.followers ?? []);

/** Numbers waiting facts and moves every follower to the end of the log. A follower that fails keeps its place. */
export async function catchUp(installation: Pick<Installation, 'db' | 'rooms' | 'clock' | 'log'>): Promise<void> {
	const { db, clock, log } = installation;
	const followers = followersOf(installation);
	if (
		!(await somethingWaits(
			db,
			followers.map(({ name }) => name),
		))
	)
		return;
	while ((await sequenceFacts(db)) > 0);
	for (const follower of followers) {
		try {
			while ((await follow(db, follower, clock())) > 0);
		} catch (error) {
			log(`follower ${follower.name} stands still`, { error: error instanceof Error ? error.message : String(error) });
			await noteFollowerError(db, follower.name, error).catch(() => undefined);
		}
	}
}

/** Keeps followers moving; answers how to stop. Runs once a second at least, at once on news. */
export function keepFollowing(installation: Installation): () => Promise<void> {
	let wanted = true;
	let stopped = false;
	let wake = (): void => undefined;
	const stopListening = installation.listener.onNews(() => {
		wanted = true;
		wake();
	});
	const loop = (async () => {
		while (!stopped) {
			if (wanted) {
				wanted = false;
				await catchUp(installation).catch((error: unknown) =>
					installation.log('followers failed', { error: String(error) }),
				);
			}
			await new Promise<void>((resolve) => {
				wake = resolve;
				setTimeout(resolve, 1_000).unref();
				if (wanted || stopped) resolve();
			});
			wanted = true;
		}
	})();
	return async () => {
		stopped = true;
		stopListening();
		wake();
		await loop;
	};
}
