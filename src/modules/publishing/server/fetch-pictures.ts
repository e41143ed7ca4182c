// Pictures of a feed's new entries, fetched through the one outgoing guard and kept; those that cannot be had are told, and never stop the import.
import type { Entry } from '#platform/feeds/index.ts';
import { isRefused, type Refusal } from '#platform/refusal.ts';
import type { Db } from '#platform/server/db.ts';
import type { guardedFetch } from '#platform/server/http/index.ts';
import { saveImage, sizesOf } from '#platform/server/storage/index.ts';
import { type OwnPicture, picturesIn } from '../body-pictures.ts';
import { bodyOf } from '../feed-entry.ts';
import type { MissedPicture } from './schema.ts';

/** For one run, all entries together. */
const atMost = { pictures: 40, ofOneBody: 6, bytes: 60_000_000, milliseconds: 20_000 };
const each = { maxBytes: 8_000_000, timeoutMs: 5_000, accept: 'image/*' };
const missedAtMost = 40;

export interface Fetched {
	/** By the address in the feed. */
	stored: Record<string, OwnPicture>;
	missed: MissedPicture[];
}

/** The lead pictures of all entries first, then those of the bodies; each address once, with the title of its first entry. */
function wanted(entries: readonly Entry[]): Map<string, string> {
	const found = [
		...entries.flatMap(({ image, title }) => (image && /^https?:/.test(image) ? [{ address: image, title }] : [])),
		...entries.flatMap((entry) =>
			picturesIn(bodyOf(entry))
				.slice(0, atMost.ofOneBody)
				.map((address) => ({ address, title: entry.title })),
		),
	];
	const titles = new Map<string, string>();
	for (const { address, title } of found) if (!titles.has(address)) titles.set(address, title);
	return titles;
}

/** Brings the pictures of entries in, within its bounds; throws nothing. */
export async function fetchPictures(
	db: Db,
	entries: readonly Entry[],
	{ spaceId, now, get }: { spaceId: string; now: Date; get: typeof guardedFetch },
): Promise<Fetched> {
	const files: [address: string, file: string][] = [];
	const missed: MissedPicture[] = [];
	const end = performance.now() + atMost.milliseconds;
	let bytes = 0;
	for (const [at, [address, title]] of [...wanted(entries)].entries()) {
		const left = end - performance.now();
		const full = at >= atMost.pictures || bytes >= atMost.bytes || left <= 0;
		const why: Refusal | null = full
			? { code: 'pictures.too_many' }
			: await bring(address, Math.ceil(Math.min(each.timeoutMs, left))).catch((error: unknown) =>
					isRefused(error) ? error.refusal : { code: 'image.unreadable' },
				);
		if (why && missed.length < missedAtMost)
			missed.push({ address, title, why: why.code, ...(why.params ? { params: why.params } : {}) });
	}

	async function bring(address: string, timeoutMs: number): Promise<null> {
		const answer = await get(address, { ...each, timeoutMs });
		bytes += answer.bytes.byteLength;
		files.push([address, await saveImage(db, { bytes: answer.bytes, spaceId, personId: null, now })]);
		return null;
	}

	const sizes = await sizesOf(
		db,
		files.map(([, file]) => file),
	);
	const stored = Object.fromEntries(
		files.map(([address, file]) => {
			const { width = 0, height = 0 } = sizes.get(file) ?? {};
			return [address, { file, width, height }];
		}),
	);
	return { stored, missed };
}
