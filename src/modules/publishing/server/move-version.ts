// The moves of a version: proposed, returned with a reason, accepted, scheduled, published, withdrawn.
import { z } from 'zod';
import { countField, idField, optional, textField } from '#platform/fields.ts';
import type { Fact } from '#platform/fact.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { instantOf, isWallTime } from '#platform/time.ts';
import { openThread } from '#engines/conversation/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import {
	versionAccepted,
	versionProposed,
	versionPublished,
	versionReturned,
	versionScheduled,
	versionTakenBack,
	versionWithdrawn,
} from '../facts.ts';
import { isEmptyArticle } from '../light-markup.ts';
import { mayMove, type Move } from '../work.ts';
import { needSignOff } from './sign-offs.ts';
import { addReview, setState, takeVersion, type Version } from './store.ts';

/** `v`: the version number the actor has read; a newer text is not moved unread. */
const base = { versionId: idField, v: optional(countField) };
const here = (version: Version) => ({ workId: version.workId, locale: version.locale });
async function loadVersion(tx: Tx, input: { versionId: string; v: number | null }, call: { spaceId: string | null }) {
	const version = await takeVersion(tx, call.spaceId, input.versionId);
	return input.v === null || input.v === version.v ? version : refuse('version.stale');
}
const allow = (move: Move) => (actor: Parameters<typeof mayMove>[0], version: Version) => mayMove(actor, version, move);

export const proposeVersion = defineCommand({
	name: 'publishing.proposeVersion',
	about: 'Hands a version to the editors for review.',
	api: true,
	input: z.object(base),
	load: loadVersion,
	allow: allow('propose'),
	async run({ tx, loaded: version, actor, now }) {
		if (version.title === '' || isEmptyArticle(version.body)) refuse('work.empty', {}, 'body');
		await setState(tx, version, 'proposed', now);
		return { result: {}, facts: [versionProposed(version.id, { ...here(version), role: actor.roles[0] ?? null })] };
	},
});

export const takeBackVersion = defineCommand({
	name: 'publishing.takeBackVersion',
	about: 'Takes one’s own version back from the editors; it is a draft again.',
	api: true,
	input: z.object(base),
	load: loadVersion,
	allow: allow('take_back'),
	async run({ tx, loaded: version, now }) {
		await setState(tx, version, 'draft', now);
		return { result: {}, facts: [versionTakenBack(version.id, here(version))] };
	},
});

export const returnVersion = defineCommand({
	name: 'publishing.returnVersion',
	about: 'Gives a proposed version back to its author with a reason.',
	api: true,
	input: z.object({ ...base, reason: textField(5, 2_000) }),
	load: loadVersion,
	allow: allow('return'),
	async run({ tx, input, loaded: version, actor, now }) {
		await setState(tx, version, 'returned', now);
		await addReview(tx, { versionId: version.id, by: actor.id, outcome: 'returned', reason: input.reason, now });
		return { result: {}, facts: [versionReturned(version.id, { ...here(version), authorId: version.authorId })] };
	},
});

export const acceptVersion = defineCommand({
	name: 'publishing.acceptVersion',
	about: 'Accepts a proposed version without publishing it yet.',
	api: true,
	input: z.object(base),
	load: loadVersion,
	allow: allow('accept'),
	async run({ tx, loaded: version, actor, now }) {
		await needSignOff(tx, version);
		await setState(tx, version, 'accepted', now);
		await addReview(tx, { versionId: version.id, by: actor.id, outcome: 'accepted', reason: null, now });
		return { result: {}, facts: [versionAccepted(version.id, { ...here(version), authorId: version.authorId })] };
	},
});

export const scheduleVersion = defineCommand({
	name: 'publishing.scheduleVersion',
	about: 'Sets the local time at which a version will be published.',
	api: true,
	input: z.object({ ...base, wall: z.string().refine(isWallTime, 'schedule.unread') }),
	async check({ wall }, { tx, call }) {
		const space = call.spaceId ? await readSpace(tx, call.spaceId) : null;
		const isPast = space && wall && instantOf(wall, space.zone) <= call.now;
		return isPast ? [{ code: 'schedule.past', field: 'wall' }] : [];
	},
	load: loadVersion,
	allow: allow('schedule'),
	async run({ tx, input, loaded: version, now }) {
		const { zone } = (await readSpace(tx, version.spaceId))!;
		await needSignOff(tx, version);
		await setState(tx, version, 'scheduled', now, input.wall);
		return { result: {}, facts: [versionScheduled(version.id, { ...here(version), wall: input.wall, zone })] };
	},
});

/** Publishes and opens the thread under the work; shared by the command and the clock. */
async function publish(tx: Tx, version: Version, now: Date): Promise<Fact[]> {
	await setState(tx, version, 'published', now);
	await openThread(tx, { spaceId: version.spaceId, subjectKind: 'work', subjectId: version.workId });
	return [
		versionPublished(version.id, { ...here(version), authorId: version.authorId, first: version.publishedAt === null }),
	];
}

export const publishVersion = defineCommand({
	name: 'publishing.publishVersion',
	about: 'Publishes a version now.',
	api: true,
	input: z.object(base),
	load: loadVersion,
	allow: allow('publish'),
	async run({ tx, loaded: version, now }) {
		if (version.title === '' || isEmptyArticle(version.body)) refuse('work.empty', {}, 'body');
		await needSignOff(tx, version);
		return { result: {}, facts: await publish(tx, version, now) };
	},
});

export const withdrawVersion = defineCommand({
	name: 'publishing.withdrawVersion',
	about: 'Takes a version out of public view; its address then says so.',
	api: true,
	input: z.object(base),
	load: loadVersion,
	allow: allow('withdraw'),
	async run({ tx, loaded: version, now }) {
		await setState(tx, version, 'withdrawn', now);
		return { result: {}, facts: [versionWithdrawn(version.id, { ...here(version), authorId: version.authorId })] };
	},
});
