// Fetches a feed through the one outgoing guard, with its pictures, and hands it to the import.
import { refuse } from '#platform/refusal.ts';
import { readFeed } from '#platform/feeds/index.ts';
import { type Call, run } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { guardedFetch } from '#platform/server/http/index.ts';
import { saveImage } from '#platform/server/storage/index.ts';
import { importFeed, type ImportReport } from './import-feed.ts';
import './schema.ts';

const picturesAtMost = 30;

/** Stores the first picture of each new entry; one that cannot be had is simply missing. */
async function fetchPictures(
	db: Db,
	bytes: Uint8Array,
	address: string,
	spaceId: string,
	now: Date,
): Promise<Record<string, string>> {
	const stored: Record<string, string> = {};
	let entries: { image: string | null }[] = [];
	try {
		entries = readFeed(bytes, /^https?:/.test(address) ? { url: address } : {}).entries;
	} catch {
		return stored;
	}
	for (const { image } of entries.slice(0, picturesAtMost)) {
		if (!image || stored[image] || !/^https?:/.test(image)) continue;
		try {
			const answer = await guardedFetch(image, { maxBytes: 8_000_000, timeoutMs: 5_000, accept: 'image/*' });
			stored[image] = await saveImage(db, { bytes: answer.bytes, spaceId, personId: null, now });
		} catch {
			continue;
		}
	}
	return stored;
}

/** Imports from an address, or from bytes already at hand (a file). Throws Refused when the address cannot be had. */
export async function fetchAndImport(
	db: Db,
	call: Call,
	source: { address: string; bytes?: Uint8Array },
): Promise<ImportReport> {
	if (!call.spaceId) refuse('space.not_found');
	let { bytes } = source;
	let meta: { contentType?: string; etag: string | null; lastModified: string | null } = {
		etag: null,
		lastModified: null,
	};
	if (!bytes) {
		const answer = await guardedFetch(source.address, {
			maxBytes: 20_000_000,
			timeoutMs: 15_000,
			accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
		});
		if (answer.status !== 200) refuse('answer.status', { status: answer.status }, 'address');
		({ bytes } = answer);
		const type = answer.headers['content-type'];
		meta = { ...(type ? { contentType: type } : {}), etag: answer.etag, lastModified: answer.lastModified };
	}
	const images = await fetchPictures(db, bytes, source.address, call.spaceId, call.now);
	return run(db, importFeed, call, {
		address: source.address,
		bytes: Buffer.from(bytes).toString('base64'),
		images,
		...meta,
	});
}
