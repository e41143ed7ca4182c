// Answers kept under a key are readable only by whoever repeats the key: they may hold private links.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyFrom = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'joussour', 'kept answer', 32));

/** AES-256-GCM under a key derived from the idempotency key; only that key's hash is stored. */
export function seal(value: unknown, key: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyFrom(key), nonce);
	const body = Buffer.concat([cipher.update(JSON.stringify(value ?? null), 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The inverse of seal; throws for another key. */
export function unseal(sealed: string, key: string): unknown {
	const bytes = Buffer.from(sealed, 'base64');
	const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), bytes.subarray(0, 12));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as unknown;
}
