// Devices of guests: a cookie signed by this installation, so that nobody can invent one; kept only as a keyed hash.
import { newToken } from '#platform/ids.ts';
import { isSignatureOf, signatureOf } from '#platform/server/signature.ts';

const [cookiePurpose, keyPurpose] = ['device cookie', 'device key'];

/** The cookie of a device met for the first time: 160 random bits and our signature under them. */
export function newDevice(): string {
	const id = newToken();
	return `${id}.${signatureOf(cookiePurpose, id)}`;
}

/** Keyed hash of what tells a device: two are told apart without keeping what they carry. */
export const deviceKey = (carried: string): string => signatureOf(keyPurpose, carried);

/** The key of the device that carries this cookie; null for none and for one we did not sign. */
export function deviceIn(cookie: string | undefined): string | null {
	if (!cookie) return null;
	const [id = '', signature = '', ...more] = cookie.split('.');
	return more.length === 0 && isSignatureOf(cookiePurpose, id, signature) ? deviceKey(id) : null;
}
