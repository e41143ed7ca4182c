// Fetches a feed through the one outgoing guard, with the pictures of its new entries, and hands it to the import.
import { type Entry, readFeed } from '#platform/feeds/index.ts';
import { isRefused, refuse } from '#platform/refusal.ts';
import { type Call, run } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { type Answer, guardedFetch } from '#platform/server/http/index.ts';
import { installation } from '#platform/server/installation.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { importFeed, type ImportReport, keyOf, noteFeedError } from './import-feed.ts';
import './schema.ts';

const accept = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/** The way out, which also leads to the hosts of the operator's own network that are listed (FETCH_PRIVATE). */
const wayOut: typeof guardedFetch = (address, options) =>
	guardedFetch(address, { ...options, allowPrivate: installation().config.fetchPrivate });

/** The address under which a file is a source: the same name again is the same source. */
export const fileAddress = (name: string): string =>
	`file:${name
		.replace(/^.*[\\/]/, '')
		.normalize('NFC')
		.slice(0, 200)}`;

const known = (db: Db, spaceId: string, address: string) =>
	db
		.selectFrom('feed_source')
		.select(['id', 'title', 'etag', 'last_modified', 'last_error'])
		.where('space_id', '=', spaceId)
		.where('address', '=', address)
		.executeTakeFirst();

/** The entries of a feed that this space has not yet; none when it cannot be read. */
async function newEntries(db: Db, bytes: Uint8Array, address: string, spaceId: string): Promise<Entry[]> {
	let entries: Entry[];
	try {
		({ entries } = readFeed(bytes, /^https?:/.test(address) ? { url: address } : {}));
	} catch {
		return [];
	}
	const source = await known(db, spaceId, address);
	const rows = source
		? await db.selectFrom('work').select('source_key').where('source_id', '=', source.id).execute()
		: [];
	const there = new Set(rows.map((row) => row.source_key));
	return entries.filter((entry) => !there.has(keyOf(entry)));
}

/** Asks for the feed; what the source said last time spares sending it again. */
async function ask(
	get: typeof guardedFetch,
	address: string,
	source: Awaited<ReturnType<typeof known>>,
): Promise<Answer> {
	const fresh = source && source.last_error === null;
	const answer = await get(address, {
		maxBytes: 20_000_000,
		timeoutMs: 15_000,
		accept,
		...(fresh && source.etag ? { etag: source.etag } : {}),
		...(fresh && source.last_modified ? { lastModified: source.last_modified } : {}),
	});
	if (answer.status !== 200 && answer.status !== 304)
		refuse('answer.status', { host: new URL(address).hostname, status: answer.status });
	return answer;
}

/**
 * Imports from an address, or from bytes already at hand (a file). Throws Refused when the address cannot be had, or when a
 * new one holds no feed; a known source keeps the reason of its last run. `get`: tests only, instead of the way out.
 */
export async function fetchAndImport(
	db: Db,
	call: Call,
	source: { address: string; bytes?: Uint8Array },
	get = wayOut,
): Promise<ImportReport> {
	const { address } = source;
	const spaceId = call.spaceId ?? refuse('space.not_found');
	let { bytes } = source;
	let meta: { contentType?: string; etag: string | null; lastModified: string | null } = {
		etag: null,
		lastModified: null,
	};
	if (!bytes) {
		const before = await known(db, spaceId, address);
		const answer = await ask(get, address, before).catch(async (error: unknown) => {
			if (!isRefused(error)) throw error;
			await run(db, noteFeedError, call, { address, error: error.refusal });
			return refuse(error.refusal.code, error.refusal.params, 'address');
		});
		if (answer.status === 304 && before) {
			await run(db, noteFeedError, call, { address, error: null });
			return {
				sourceId: before.id,
				error: null,
				added: 0,
				skipped: 0,
				failures: [],
				warnings: [],
				missed: [],
				title: before.title,
				unchanged: true,
			};
		}
		({ bytes } = answer);
		const type = answer.headers['content-type'];
		meta = { ...(type ? { contentType: type } : {}), etag: answer.etag, lastModified: answer.lastModified };
	}
	const entries = await newEntries(db, bytes, address, spaceId);
	const { stored: images, missed } = await fetchPictures(db, entries, { spaceId, now: call.now, get });
	return run(db, importFeed, call, { address, bytes: Buffer.from(bytes).toString('base64'), images, missed, ...meta });
}
