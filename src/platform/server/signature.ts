// Signatures under the installation's secret: what we hand out and must know again. A purpose never serves for another.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { installation } from './installation.ts';

/** HMAC-SHA-256 of a text under the installation's secret, base64url. */
export const signatureOf = (purpose: string, text: string): string =>
	createHmac('sha256', installation().secret).update(`${purpose}\0${text}`).digest('base64url');

/** True when the signature is ours, for this purpose and text; compared in constant time. */
export function isSignatureOf(purpose: string, text: string, given: string): boolean {
	const [ours, theirs] = [Buffer.from(signatureOf(purpose, text)), Buffer.from(given)];
	return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
