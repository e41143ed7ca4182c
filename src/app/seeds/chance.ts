// Chance that a repeat does not change.

/** A number from 0 to just below 1 that is always the same for the same words. */
export function chance(words: string): number {
	let hash = 2_166_136_261;
	for (const char of words) hash = Math.imul(hash ^ char.codePointAt(0)!, 16_777_619);
	hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
	hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
	return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
