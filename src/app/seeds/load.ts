// Loads the demonstration: real commands at past moments, in the order of time. Cut short, a repeat completes it.
import { sql } from 'kysely';
import { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { followerLag } from '#platform/server/activity/index.ts';
import type { Db } from '#platform/server/db.ts';
import type { Installation } from '#platform/server/installation.ts';
import { readSetting, writeSetting } from '#platform/server/settings.ts';
import { isEmpty, loadingMark, withoutSetUp } from '#foundations/spaces/server/index.ts';
import { catchUp } from '../followers.ts';
import { readContent, type SeedContribution } from './content.ts';
import { fail, idOf, type Loading } from './loading.ts';
import { awake, planMoments } from './moments.ts';
import { plantAnswer, plantProcess, plantProposal, plantSupports, proposedAt } from './plant-participation.ts';
import { plantSpaces } from './plant-spaces.ts';
import { plantContribution, plantSetAside } from './plant-talk.ts';
import { movedAt, plantFeed, plantWork } from './plant-works.ts';

/** Steps remember their answers for a week (tidy.ts): after that a broken loading cannot be completed. */
const completable = 6 * 86_400_000;

/** Marks the beginning, or finds the mark of one cut short; null when the demonstration is there already. */
function begin(db: Db, now: Date): Promise<Date | null> {
	return db.transaction().execute(async (tx) => {
		await tx.selectFrom('sequencer').select('one').forUpdate().execute();
		if ((await readSetting(tx, 'demo')) === true) return null;
		const mark = z.object({ at: z.iso.datetime() }).safeParse(await readSetting(tx, loadingMark));
		if (mark.success) {
			const base = new Date(mark.data.at);
			return now.getTime() - base.getTime() < completable ? base : refuse('demo.interrupted');
		}
		if (!(await isEmpty(tx))) refuse('demo.not_empty');
		await writeSetting(tx, loadingMark, { at: now.toISOString() });
		return now;
	});
}

/** Everything that happened after the spaces were there, in the order of time. */
async function plantStory(loading: Loading): Promise<void> {
	const { base, content, moments } = loading;
	const process = content.process.space;
	const processId = await plantProcess(loading);
	const subjects = new Map<string, { space: string; subjectId: string }>();
	const said = new Map<string, string>();
	const say = async (one: SeedContribution): Promise<void> => {
		const place = subjects.get(one.on) ?? fail(`${one.key} is about nothing`);
		said.set(one.key, await plantContribution(loading, one, place, one.replyTo ? idOf(said, one.replyTo) : null));
	};
	const acts = [
		...content.works.map((work) => ({
			at: movedAt(base, work),
			run: async () => void subjects.set(work.key, { space: work.space, subjectId: await plantWork(loading, work) }),
		})),
		...content.proposals.map((proposal) => ({
			at: proposedAt(base, proposal),
			run: async () =>
				void subjects.set(proposal.key, {
					space: process,
					subjectId: await plantProposal(loading, proposal, processId),
				}),
		})),
		...content.contributions.map((one) => ({ at: moments.of(one.key), run: () => say(one) })),
		{ at: awake(base, content.feed.daysAgo), run: () => plantFeed(loading) },
		...content.answers.map((answer) => ({
			at: moments.of(`answer ${answer.proposal}`),
			run: () => plantAnswer(loading, answer, subjects.get(answer.proposal)!.subjectId),
		})),
	];
	for (const act of acts.sort((a, b) => a.at.getTime() - b.at.getTime())) await act.run();
	for (const { key } of content.spaces)
		if (
			content.people.some(({ roles }) => roles.some(({ role, space }) => role === 'community_manager' && space === key))
		)
			await plantSetAside(loading, key);
	for (const proposal of content.proposals)
		await plantSupports(loading, proposal, subjects.get(proposal.key)!.subjectId);
}

/** Waits until every follower has read the log to its end, this process's or another's; one in error is not waited for. */
async function settle(installation: Installation): Promise<void> {
	for (const end = Date.now() + 60_000; Date.now() < end;) {
		await catchUp(installation);
		if ((await followerLag(installation.db)).every((follower) => follower.lag <= 0 || follower.error !== null)) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/**
 * Loads the demonstration into an empty installation. Does nothing when it is there; completes one that was cut short.
 * Refuses `demo.not_empty` (something else is there) and `demo.interrupted` (cut short too long ago to be completed).
 */
export const loadSeeds = (installation: Installation): Promise<void> =>
	withoutSetUp(installation.db, () => load(installation));

async function load(installation: Installation): Promise<void> {
	const { db } = installation;
	const base = await begin(db, installation.clock());
	if (!base) return;
	const content = await readContent();
	const loading = await plantSpaces({ db, base, content, moments: planMoments(base, content) });
	await plantStory(loading);
	await settle(installation);
	// Months of acts in a minute: without it PostgreSQL plans for empty tables until its own round.
	await sql`analyze`.execute(db);
	await writeSetting(db, 'demo', true);
}
