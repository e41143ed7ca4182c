// Real input: entries of an outside feed become proposals in the review queue, once each, with source and credit.
import { z } from 'zod';
import { readFeed, type Entry as FeedEntry, type Feed } from '#platform/feeds/index.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { type OwnPicture, withOwnPictures } from '../body-pictures.ts';
import { feedImported, versionProposed, workDrafted } from '../facts.ts';
import { bodyOf, first, wordsOf } from '../feed-entry.ts';
import { mayWrite } from '../policy.ts';
import { addVersion, addWork, setState, takeVersion } from './store.ts';
import type { FeedWarning, MissedPicture } from './schema.ts';
import './schema.ts';

export interface ImportReport {
	sourceId: string;
	/** Why nothing could be read; the failures of single entries stand apart. */
	error: Refusal | null;
	added: number;
	skipped: number;
	failures: { index: number; title: string | null; why: string }[];
	/** What entries that were added came in without. */
	warnings: FeedWarning[];
	/** Pictures of those entries that could not be had. */
	missed: MissedPicture[];
	title: string | null;
	/** The server says that nothing is new since the last good run: no entry was read. */
	unchanged?: true;
}

/** The source of an address; made at its first run, made again by whoever adds a removed one. */
async function sourceOf(
	tx: Tx,
	spaceId: string,
	address: string,
	actor: Actor,
): Promise<{ id: string; isNew: boolean }> {
	const made = await tx
		.insertInto('feed_source')
		.values({
			id: newId(),
			space_id: spaceId,
			address,
			title: null,
			etag: null,
			last_modified: null,
			last_run_at: null,
			last_good_at: null,
			last_error: null,
			last_failures: JSON.stringify([]),
			paused_at: null,
			removed_at: null,
		})
		.onConflict((conflict) => conflict.columns(['space_id', 'address']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (made) return { id: made.id, isNew: true };
	const known = await tx
		.selectFrom('feed_source')
		.select(['id', 'removed_at'])
		.where('space_id', '=', spaceId)
		.where('address', '=', address)
		.executeTakeFirstOrThrow();
	// A reading by itself that was under way when somebody removed the feed brings nothing any more.
	if (known.removed_at && actor.kind === 'system') refuse('subject.not_found');
	return { id: known.id, isNew: known.removed_at !== null };
}

/** Reads the bytes; an unreadable file is noted on the source and leaves everything as it was. */
function readOrNote(
	bytes: Uint8Array,
	hints: { contentType?: string; url?: string },
): { feed: Feed } | { error: Refusal } {
	try {
		return { feed: readFeed(bytes, hints) };
	} catch (error) {
		if (isRefused(error)) return { error: error.refusal };
		throw error;
	}
}

async function noteError(tx: Tx, sourceId: string, { code, params }: Refusal, now: Date): Promise<void> {
	const last_error = params ? JSON.stringify({ code, params }) : code;
	await tx.updateTable('feed_source').set({ last_run_at: now, last_error }).where('id', '=', sourceId).execute();
}

/** A run that got no answer, kept on its source. */
export const noteFeedError = defineCommand({
	name: 'publishing.noteFeedError',
	about: 'Notes on a feed why its last run brought nothing.',
	input: z.object({
		address: z.string().max(2_000),
		/** Null: the feed has not changed since the last good run. */
		error: z
			.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
			.nullable(),
	}),
	load: (tx, input, call) =>
		tx
			.selectFrom('feed_source')
			.select('id')
			.where('space_id', '=', call.spaceId)
			.where('address', '=', input.address)
			.executeTakeFirst()
			.then((row) => row ?? null),
	allow: mayWrite,
	async run({ tx, input: { error }, loaded: source, now }) {
		if (source && error)
			await noteError(tx, source.id, { code: error.code, ...(error.params ? { params: error.params } : {}) }, now);
		else if (source)
			await tx
				.updateTable('feed_source')
				.set({ last_run_at: now, last_good_at: now, last_error: null })
				.where('id', '=', source.id)
				.execute();
		return { result: {}, facts: [] };
	},
});

export const importFeed = defineCommand({
	name: 'publishing.importFeed',
	about: 'Turns the new entries of a feed into proposed works; a second run adds nothing.',
	input: z.object({
		address: z.string().min(1).max(2_000),
		/** The file, base64. */
		bytes: z.string().max(28_000_000),
		contentType: z.string().max(200).optional(),
		etag: z.string().max(400).nullable().default(null),
		lastModified: z.string().max(100).nullable().default(null),
		/** Pictures already fetched and stored, by the entry's image address. */
		images: z.record(z.string(), z.object({ file: z.string(), width: z.number(), height: z.number() })).default({}),
		/** Those that could not be had. */
		missed: z
			.array(
				z.object({
					address: z.string(),
					title: z.string().exactOptional(),
					why: z.string(),
					params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
				}),
			)
			.default([]),
	}),
	async load(tx, _input, call) {
		return (call.spaceId ? await readSpace(tx, call.spaceId) : null) ?? refuse('space.not_found');
	},
	allow: mayWrite,
	async run({ tx, input, loaded: space, actor, now }) {
		const { id: sourceId, isNew } = await sourceOf(tx, space.id, input.address, actor);
		const bytes = new Uint8Array(Buffer.from(input.bytes, 'base64'));
		const url = /^https?:/.test(input.address) ? input.address : undefined;
		const read = readOrNote(bytes, {
			...(input.contentType ? { contentType: input.contentType } : {}),
			...(url ? { url } : {}),
		});
		if ('error' in read) {
			// What was never a feed does not become a source.
			if (isNew) refuse(read.error.code, read.error.params, 'address');
			await noteError(tx, sourceId, read.error, now);
			return {
				result: {
					sourceId,
					error: read.error,
					added: 0,
					skipped: 0,
					failures: [{ index: 0, title: null, why: read.error.code }],
					warnings: [],
					missed: [],
					title: null,
				} satisfies ImportReport,
				facts: [],
			};
		}
		const { feed } = read;
		// A file without anything is a mistake of whoever sends it; at an address something may still come.
		if (isNew && !url && feed.entries.length + feed.failures.length === 0) refuse('feed.empty', {}, 'address');
		const report: ImportReport = {
			sourceId,
			error: null,
			added: 0,
			skipped: 0,
			failures: feed.failures.map(({ failed: { index, title, why } }) => ({ index, title: title ?? null, why })),
			warnings: [],
			missed: input.missed,
			title: feed.title,
		};
		const undated = new Map(feed.datesUnread.map((unread) => [unread.id, unread.written]));
		const facts = [];
		for (const entry of feed.entries) {
			const added = await addEntry(tx, {
				space,
				sourceId,
				entry,
				feed,
				images: input.images,
				now,
			});
			if (!added) report.skipped++;
			else {
				report.added++;
				const date = undated.get(entry.id);
				if (date !== undefined)
					report.warnings.push({ title: entry.title, why: 'feed_item.date_unread', params: { date } });
				facts.push(
					workDrafted(added.versionId, { ...added.where, role: actor.roles[0] ?? null }),
					versionProposed(added.versionId, { ...added.where, role: actor.roles[0] ?? null }),
				);
			}
		}
		await tx
			.updateTable('feed_source')
			.set({
				title: feed.title,
				etag: input.etag,
				last_modified: input.lastModified,
				last_run_at: now,
				last_good_at: now,
				last_error: null,
				last_failures: JSON.stringify(report.failures),
				last_pictures: JSON.stringify(input.missed),
				last_warnings: JSON.stringify(report.warnings),
				removed_at: null,
			})
			.where('id', '=', sourceId)
			.execute();
		facts.push(
			feedImported(sourceId, { added: report.added, skipped: report.skipped, failed: report.failures.length }),
		);
		return { result: report, facts };
	},
});

interface Added {
	space: { id: string; languages: readonly string[] };
	sourceId: string;
	entry: FeedEntry;
	feed: Feed;
	/** Pictures kept, by their address in the feed. */
	images: Readonly<Record<string, OwnPicture>>;
	now: Date;
}

/** Who is to be thanked: the author and the source, else the site the entry leads to. */
function creditOf(entry: FeedEntry, feed: Feed): string {
	const names = [entry.author, feed.title].filter(Boolean).join(' · ');
	return first(names || (entry.link && URL.canParse(entry.link) ? new URL(entry.link).hostname : '') || entry.id, 120);
}

export const keyOf = (entry: FeedEntry): string => (entry.id || entry.link || entry.title || '').slice(0, 1_000);

async function addEntry(tx: Tx, { space, sourceId, entry, feed, images, now }: Added) {
	const key = keyOf(entry);
	const credit = { name: creditOf(entry, feed), url: entry.link };
	const lead = entry.image && Object.hasOwn(images, entry.image) ? entry.image : null;
	const body = withOwnPictures(bodyOf(entry), images, lead);
	const work = await addWork(tx, {
		spaceId: space.id,
		authorId: null,
		kind: 'article',
		credit,
		imageFile: (lead && images[lead]?.file) ?? null,
		imageAlt: body.leadAlt?.slice(0, 240) ?? null,
		source: { id: sourceId, key },
		now,
	});
	if (!work) return null;
	const { title, summary, locale } = wordsOf(entry, feed, space.languages);
	const version = await addVersion(
		tx,
		{ ...work, spaceId: space.id },
		locale,
		{ title, summary, body: body.html },
		now,
	);
	await setState(tx, await takeVersion(tx, space.id, version.id), 'proposed', now);
	return { versionId: version.id, where: { workId: work.id, locale } };
}
