// Identifiers: UUID version 7 (RFC 9562), branded by what they name so that one cannot stand in for another.
import { randomFillSync } from 'node:crypto';

declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]?: Name };
export type SpaceId = Id<'space'>;
export type PersonId = Id<'person'>;

/** A new UUID v7: 48 bits of milliseconds since 1970, then random. Sorts by time of making. */
export function newId<Name extends string>(at = Date.now()): Id<Name> {
	const bytes = randomFillSync(new Uint8Array(16));
	for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 0xff;
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Buffer.from(bytes).toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True when the text is a UUID in lower case; anything else never reaches the database. */
export const isId = (text: string): boolean => uuid.test(text);

const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

/** A short code for addresses people type (no vowels but a and e, no look-alikes): 30^length values. */
export function newShortCode(length = 7): string {
	const bytes = randomFillSync(new Uint8Array(length));
	return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** An unguessable token for private links: 160 random bits, base64url. */
export const newToken = (): string => Buffer.from(randomFillSync(new Uint8Array(20))).toString('base64url');
