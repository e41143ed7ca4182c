// Real input: entries of an outside feed become proposals in the review queue, once each, with source and credit.
import { z } from 'zod';
import { readFeed, type Entry as FeedEntry, type Feed } from '#platform/feeds/index.ts';
import { guessLocale, plainToHtml } from '#platform/html/index.ts';
import { newId } from '#platform/ids.ts';
import { isRefused, refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { feedImported, versionProposed, workDrafted } from '../facts.ts';
import { mayWrite } from '../policy.ts';
import { addVersion, addWork, setState, takeVersion } from './store.ts';
import './schema.ts';

export interface ImportReport {
	added: number;
	skipped: number;
	failures: { index: number; title: string | null; why: string }[];
	title: string | null;
}

async function sourceOf(tx: Tx, spaceId: string, address: string): Promise<string> {
	await tx
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
		})
		.onConflict((conflict) => conflict.columns(['space_id', 'address']).doNothing())
		.execute();
	return (
		await tx
			.selectFrom('feed_source')
			.select('id')
			.where('space_id', '=', spaceId)
			.where('address', '=', address)
			.executeTakeFirstOrThrow()
	).id;
}

/** Reads the bytes; an unreadable file is noted on the source and leaves everything as it was. */
function readOrNote(
	bytes: Uint8Array,
	hints: { contentType?: string; url?: string },
): { feed: Feed } | { error: string } {
	try {
		return { feed: readFeed(bytes, hints) };
	} catch (error) {
		if (isRefused(error)) return { error: error.refusal.code };
		throw error;
	}
}

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
		images: z.record(z.string(), z.string()).default({}),
	}),
	async load(tx, _input, call) {
		return (call.spaceId ? await readSpace(tx, call.spaceId) : null) ?? refuse('space.not_found');
	},
	allow: mayWrite,
	async run({ tx, input, loaded: space, actor, now }) {
		const sourceId = await sourceOf(tx, space.id, input.address);
		const bytes = new Uint8Array(Buffer.from(input.bytes, 'base64'));
		const url = /^https?:/.test(input.address) ? input.address : undefined;
		const read = readOrNote(bytes, {
			...(input.contentType ? { contentType: input.contentType } : {}),
			...(url ? { url } : {}),
		});
		if ('error' in read) {
			await tx
				.updateTable('feed_source')
				.set({ last_run_at: now, last_error: read.error })
				.where('id', '=', sourceId)
				.execute();
			return {
				result: {
					added: 0,
					skipped: 0,
					failures: [{ index: 0, title: null, why: read.error }],
					title: null,
				} satisfies ImportReport,
				facts: [],
			};
		}
		const { feed } = read;
		const report: ImportReport = {
			added: 0,
			skipped: 0,
			failures: feed.failures.map(({ failed: { index, title, why } }) => ({ index, title: title ?? null, why })),
			title: feed.title,
		};
		const facts = [];
		for (const entry of feed.entries) {
			const added = await addEntry(tx, {
				space,
				sourceId,
				entry,
				feed,
				imageFile: entry.image ? (input.images[entry.image] ?? null) : null,
				now,
			});
			if (!added) report.skipped++;
			else {
				report.added++;
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
	imageFile: string | null;
	now: Date;
}

async function addEntry(tx: Tx, { space, sourceId, entry, feed, imageFile, now }: Added) {
	const key = (entry.id || entry.link || entry.title || '').slice(0, 1_000);
	const credit = {
		name: entry.author ? `${entry.author} · ${feed.title ?? ''}`.replace(/ · $/, '') : (feed.title ?? ''),
		url: entry.link,
	};
	const work = await addWork(tx, {
		spaceId: space.id,
		authorId: null,
		kind: 'article',
		credit,
		imageFile,
		imageAlt: null,
		source: { id: sourceId, key },
		now,
	});
	if (!work) return null;
	const body = entry.content || (entry.summary ? plainToHtml(entry.summary) : '');
	const title = (entry.title ?? '').slice(0, 160);
	const declared = feed.language?.slice(0, 2).toLowerCase();
	const locale =
		guessLocale(`${title} ${entry.summary ?? ''}`) ??
		space.languages.find((known) => known === declared) ??
		space.languages[0]!;
	const version = await addVersion(
		tx,
		{ ...work, spaceId: space.id },
		locale,
		{ title, summary: (entry.summary ?? '').slice(0, 400), body },
		now,
	);
	await setState(tx, await takeVersion(tx, space.id, version.id), 'proposed', now);
	return { versionId: version.id, where: { workId: work.id, locale } };
}
