// Coming in: what is counted, in which order, and the cookies to set. Known and unknown addresses are answered alike.
import { z } from 'zod';
import { emailField, nameField, localeField } from '#platform/fields.ts';
import { Refused, refuse } from '#platform/refusal.ts';
import { refusalOf } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { forgive, limit } from '#platform/server/rate-limit.ts';
import {
	askNewPassword,
	confirmAddress,
	openSession,
	sendMagicLink,
	setNewPassword,
	signInWithPassword,
	signUp,
} from '#foundations/accounts/server/index.ts';
import { onePerRole } from '#foundations/spaces/index.ts';
import { listHolders } from '#foundations/spaces/server/index.ts';

/** Who knocks: the request's headers and the shortened address (see client.ts). */
export interface Knock {
	headers: Headers;
	address: string;
}

const passwordField = z.string().min(10).max(200);

function read<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
	const parsed = schema.safeParse(raw);
	if (!parsed.success) throw new Refused(refusalOf(parsed.error));
	return parsed.data;
}

/** Tries a password. Counted against the account first, then against the neighbourhood, which schools and carriers share. */
export async function enterWithPassword(
	{ headers, address }: Knock,
	typed: { email: string; password: string },
): Promise<string[]> {
	const { pool } = installation();
	const { email, password } = read(z.object({ email: emailField, password: z.string().min(1).max(200) }), typed);
	await limit(pool, 'sign_in', `account:${email}`);
	await limit(pool, 'sign_in_address', address);
	const answer = await signInWithPassword(headers, email, password);
	await forgive(pool, 'sign_in', `account:${email}`);
	return answer.headers.getSetCookie();
}

/** Counts a letter about to be sent to an address, whether anybody has it or not. */
async function countLetter(address: string, email: string): Promise<void> {
	await limit(installation().pool, 'letters', email);
	await limit(installation().pool, 'sign_in_address', address);
}

export async function askForLink(
	{ headers, address }: Knock,
	typed: { email: string },
	next: string | null,
): Promise<void> {
	const { email } = read(z.object({ email: emailField }), typed);
	await countLetter(address, email);
	await sendMagicLink(headers, email, next);
}

export async function askForPassword({ headers, address }: Knock, typed: { email: string }): Promise<void> {
	const { email } = read(z.object({ email: emailField }), typed);
	await countLetter(address, email);
	await askNewPassword(headers, email);
}

export async function changePassword(
	{ headers, address }: Knock,
	typed: { token: string; password: string },
): Promise<void> {
	const { token, password } = read(z.object({ token: z.string().min(1).max(200), password: passwordField }), typed);
	await limit(installation().pool, 'sign_in_address', address);
	await setNewPassword(headers, token, password);
}

export async function register(
	{ headers, address }: Knock,
	typed: Record<'name' | 'email' | 'locale', string>,
	next: string | null,
): Promise<void> {
	const person = read(z.object({ name: nameField(1, 80), email: emailField, locale: localeField }), typed);
	await countLetter(address, person.email);
	await signUp(headers, person, next);
}

/** Opens a new account by the link of its letter, with the password its owner chooses now; answers the cookies to set. */
export async function confirm(
	{ headers, address }: Knock,
	typed: { token: string; password: string },
): Promise<string[]> {
	const { token, password } = read(z.object({ token: z.string(), password: passwordField }), typed);
	await limit(installation().pool, 'sign_in_address', address);
	return (await confirmAddress(headers, token, password)).headers.getSetCookie();
}

/** One person a role, for the demonstration's one-click entry. */
export const demonstrationEntries = async () => onePerRole(await listHolders(installation().db));

/** Enters as the demonstration's person of a role; anywhere else it is refused. */
export async function enterDemonstration(demo: boolean, role: string, userAgent: string | null): Promise<string> {
	if (!demo) refuse('access.denied');
	const entry = (await demonstrationEntries()).find((candidate) => candidate.role === role);
	return entry ? openSession(entry.personId, userAgent) : refuse('access.denied');
}
