// The card of a space for links elsewhere: its logo on a ground of its colour. Drawn when asked for, the newest ones kept.
import { drawCard, type Ground } from '#platform/server/images/index.ts';
import { installation } from '#platform/server/installation.ts';
import { readStored } from '#platform/server/storage/index.ts';

const most = 40;
const drawn = new Map<string, Promise<Uint8Array | null>>();

async function draw(file: string, ground: Ground): Promise<Uint8Array | null> {
	const stored = await readStored(installation().db, file);
	return stored?.kind === 'image/webp' ? drawCard(stored.bytes, ground) : null;
}

/** A PNG of 1200 × 630 pixels, or null when there is no such picture. */
export function cardOf(file: string, ground: Ground): Promise<Uint8Array | null> {
	const key = JSON.stringify([file, ground]);
	const kept = drawn.get(key);
	if (kept) return kept;
	if (drawn.size >= most) drawn.delete(drawn.keys().next().value!);
	const made = draw(file, ground);
	drawn.set(key, made);
	made.catch(() => drawn.delete(key));
	return made;
}
