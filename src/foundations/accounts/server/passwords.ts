// Password hashing: Argon2id at the OWASP floor (19 MiB, 2 passes), a few at a time so that sign-ins cannot starve pages.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { refuse } from '#platform/refusal.ts';

const parameters = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };
const atOnce = 2;
const waitingAtMost = 60;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (running >= atOnce) {
		if (waiting.length >= waitingAtMost) refuse('request.too_many', { minutes: 1, count: 1 });
		await new Promise<void>((resolve) => waiting.push(resolve));
	}
	running++;
	try {
		return await work();
	} finally {
		running--;
		waiting.shift()?.();
	}
}

const derive = (password: string, nonce: Buffer): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		argon2('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...parameters }, (error, key) =>
			error ? reject(error) : resolve(key),
		);
	});

/** `$argon2id$<nonce>$<key>`, both base64. */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const key = await inTurn(() => derive(password, nonce));
	return `$argon2id$${nonce.toString('base64')}$${key.toString('base64')}`;
}

export async function verifyPassword(hash: string, password: string): Promise<boolean> {
	const [, , nonce = '', expected = ''] = hash.split('$');
	const key = await inTurn(() => derive(password, Buffer.from(nonce, 'base64')));
	const wanted = Buffer.from(expected, 'base64');
	return key.length === wanted.length && timingSafeEqual(key, wanted);
}
