// Coming in, and every way of coming in that must fail: known advisories of sign-in libraries kept as stories.
import { beforeAll, describe, expect, test } from 'vitest';
import { isRefused } from '#platform/refusal.ts';
import { writeSetting } from '#platform/server/settings.ts';
import { safeNext } from '#app/next.ts';
import {
	askForLink,
	askForPassword,
	changePassword,
	confirm,
	enterDemonstration,
	enterWithPassword,
	register,
} from '#app/sign-in.ts';
import {
	addPerson,
	erasePerson,
	exportPerson,
	hashPassword,
	listSessions,
	openMagicLink,
	openSession,
	sessionOf,
	signOut,
	signOutEverywhere,
} from '#foundations/accounts/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

const password = 'une phrase assez longue';
let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let count = 0;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace();
});

const fresh = (name: string) => `${name}-${++count}@example.org`;
/** A visitor at an address of their own, so that stories do not share limits. */
const visitor = (cookie?: string, address = `10.0.${++count}.0`) => ({
	headers: new Headers({ 'user-agent': 'story', ...(cookie ? { cookie } : {}) }),
	address,
});
const cookieOf = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ');
const enter = async (email: string, typed = password, address?: string) =>
	cookieOf(await enterWithPassword(visitor(undefined, address), { email, password: typed }));
const whoHas = async (cookie: string) => (await sessionOf(visitor(cookie).headers))?.email ?? null;

/** The address in the newest letter to somebody, taken apart; null when they got none. */
async function letterTo(email: string): Promise<URL | null> {
	const mail = await installation.db
		.selectFrom('mail')
		.select('body')
		.where('address', '=', email)
		.orderBy('id', 'desc')
		.executeTakeFirst();
	const found = /https?:\S+/.exec(mail?.body ?? '');
	return found ? new URL(found[0]) : null;
}
const tokenTo = async (email: string) => (await letterTo(email))?.searchParams.get('token') ?? '';

async function aMember(email = fresh('membre')): Promise<{ id: string; email: string }> {
	const hash = await hashPassword(password);
	const now = installation.clock();
	const id = await installation.db
		.transaction()
		.execute((tx) => addPerson(tx, { name: 'Membre', email, locale: 'fr', password: hash, now }));
	return { id, email };
}

const signUpAs = (email: string, next: string | null = null) =>
	register(visitor(), { name: 'Nouvelle', email, locale: 'fr' }, next);
const openWith = async (token: string, typed: string) => cookieOf(await confirm(visitor(), { token, password: typed }));
const askLink = (email: string, next: string | null = null) => askForLink(visitor(), { email }, next);
const openLink = async (token: string) =>
	cookieOf((await openMagicLink(visitor().headers, token)).headers.getSetCookie());

describe('an account', () => {
	test('opens once its address is confirmed, with the password chosen then, and the way on is kept through the letter', async () => {
		const email = fresh('neuve');
		await signUpAs(email, '/fr/invite/abc');
		const letter = (await letterTo(email))!;
		expect(letter.origin).toBe('http://127.0.0.1:3000');
		expect(letter.pathname).toBe('/fr/sign-in/confirm');
		expect(letter.searchParams.get('next')).toBe('/fr/invite/abc');
		const token = letter.searchParams.get('token')!;
		expect((await refusalFrom(openWith(token, 'court'))).field).toBe('password');
		expect(await whoHas(await openWith(token, password))).toBe(email);
		expect(await enter(email)).toContain('joussour=');
		expect((await refusalFrom(openWith(token, 'une autre phrase'))).code).toBe('sign_in.link_used');
		expect(await enter(email)).toContain('joussour=');
	});

	test('is opened by nothing but its letter', async () => {
		const email = fresh('pressee');
		await signUpAs(email);
		expect((await refusalFrom(enter(email))).code).toBe('sign_in.wrong');
		expect((await refusalFrom(openWith('faux', password))).code).toBe('sign_in.link_used');
	});

	/** What a thief knows who made the account beforehand, by an older form or straight in the database. */
	const thiefs = 'le mot de passe du voleur';
	async function preparedByAThief(email: string): Promise<void> {
		await signUpAs(email);
		await installation.db
			.updateTable('credential')
			.set({ password: await hashPassword(thiefs) })
			.where('person_id', 'in', (query) => query.selectFrom('person').select('id').where('email', '=', email))
			.execute();
		expect((await refusalFrom(enter(email, thiefs))).code).toBe('sign_in.not_confirmed');
	}

	test('made beforehand on somebody’s address is theirs alone once they confirm it: the letter asks them for a password', async () => {
		const victim = fresh('victime');
		await preparedByAThief(victim);
		expect(await whoHas(await openWith(await tokenTo(victim), password))).toBe(victim);
		expect((await refusalFrom(enter(victim, thiefs))).code).toBe('sign_in.wrong');
		expect(await enter(victim)).toContain('joussour=');
	});

	test('made beforehand is theirs alone too once they come by a link', async () => {
		const victim = fresh('victime');
		await preparedByAThief(victim);
		await askLink(victim);
		expect(await whoHas(await openLink(await tokenTo(victim)))).toBe(victim);
		expect((await refusalFrom(enter(victim, thiefs))).code).toBe('sign_in.wrong');
	});

	test('made beforehand is theirs alone too when they sign up themselves: the second letter undoes the first password', async () => {
		const victim = fresh('victime');
		await preparedByAThief(victim);
		await signUpAs(victim);
		const letter = (await letterTo(victim))!;
		expect(letter.pathname).toBe('/fr/sign-in/link');
		await openLink(letter.searchParams.get('token')!);
		expect((await refusalFrom(enter(victim, thiefs))).code).toBe('sign_in.wrong');
	});

	test('made beforehand is theirs alone too when they ask for a new password before they confirm', async () => {
		const victim = fresh('victime');
		await preparedByAThief(victim);
		const confirming = await tokenTo(victim);
		await askForPassword(visitor(), { email: victim });
		await changePassword(visitor(), { token: await tokenTo(victim), password: 'choisie par la victime' });
		expect((await refusalFrom(enter(victim, thiefs))).code).toBe('sign_in.wrong');
		await openWith(confirming, password);
		expect(await enter(victim)).toContain('joussour=');
	});

	test('is not told apart from no account', async () => {
		const { email } = await aMember();
		const unknown = fresh('personne');
		const answers = await Promise.all([email, unknown].map((one) => refusalFrom(enter(one, 'pas la bonne phrase'))));
		expect(answers[0]).toEqual(answers[1]);
		for (const ask of [askLink, (one: string) => askForPassword(visitor(), { email: one })]) {
			await expect(ask(unknown)).resolves.toBeUndefined();
			await expect(ask(email)).resolves.toBeUndefined();
		}
		expect(await letterTo(unknown)).toBeNull();
		await expect(signUpAs(email)).resolves.toBeUndefined();
		expect(await enter(email)).toContain('joussour=');
	});
});

describe('a link by mail', () => {
	test('serves once', async () => {
		const { email } = await aMember();
		await askLink(email);
		const token = await tokenTo(email);
		await openLink(token);
		expect((await refusalFrom(openLink(token))).code).toBe('sign_in.link_used');
	});

	test('used twice at the same moment opens one session', async () => {
		const { id, email } = await aMember();
		await askLink(email);
		const token = await tokenTo(email);
		const both = await Promise.allSettled([openLink(token), openLink(token)]);
		expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
		expect(await listSessions(installation.db, id, new Date())).toHaveLength(1);
	});

	test('is over after a quarter of an hour', async () => {
		const { email } = await aMember();
		await askLink(email);
		const { expires_at } = await installation.db
			.selectFrom('verification')
			.select('expires_at')
			.where('value', 'like', `%${email}%`)
			.executeTakeFirstOrThrow();
		expect(expires_at.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000);
		await installation.db
			.updateTable('verification')
			.set({ expires_at: new Date(Date.now() - 1) })
			.where('value', 'like', `%${email}%`)
			.execute();
		expect((await refusalFrom(openLink(await tokenTo(email)))).code).toBe('sign_in.link_used');
	});

	test('leads to this installation whatever host the request named', async () => {
		const { email } = await aMember();
		const headers = new Headers({
			host: 'evil.example',
			'x-forwarded-host': 'evil.example',
			origin: 'https://evil.example',
		});
		await askForLink({ headers, address: '10.9.9.0' }, { email }, '/fr/desk');
		expect((await letterTo(email))?.origin).toBe('http://127.0.0.1:3000');
	});

	test('cannot be made to lead elsewhere by the way on it carries', async () => {
		const { email } = await aMember();
		await askLink(email, safeNext('https://evil.example/fr', '') || null);
		expect((await letterTo(email))?.searchParams.has('next')).toBe(false);
		const refused = await askForPassword(visitor(), { email: `${email}, voleur@evil.example` }).catch(
			(error: unknown) => isRefused(error),
		);
		expect(refused).toBe(true);
	});

	test('and that of a new password cannot be read out of the database', async () => {
		const { email } = await aMember();
		await askLink(email);
		const magic = await tokenTo(email);
		await askForPassword(visitor(), { email });
		const reset = await tokenTo(email);
		const kept = JSON.stringify(await installation.db.selectFrom('verification').selectAll().execute());
		expect(magic).not.toBe(reset);
		for (const token of [magic, reset]) expect(kept).not.toContain(token);
	});
});

describe('a session', () => {
	test('ends where it is signed out, and only there', async () => {
		const { email } = await aMember();
		const [here, there] = [await enter(email), await enter(email)];
		await signOut(visitor(here).headers);
		expect(await whoHas(here)).toBeNull();
		expect(await whoHas(there)).toBe(email);
	});

	test('ends everywhere at once', async () => {
		const { email } = await aMember();
		const [here, there] = [await enter(email), await enter(email)];
		await signOutEverywhere(visitor(here).headers);
		expect([await whoHas(here), await whoHas(there)]).toEqual([null, null]);
	});

	test('ends when the password is changed by mail, and the old password with it', async () => {
		const { email } = await aMember();
		const old = await enter(email);
		await askForPassword(visitor(), { email });
		const token = await tokenTo(email);
		await changePassword(visitor(), { token, password: 'une phrase toute neuve' });
		expect(await whoHas(old)).toBeNull();
		expect((await refusalFrom(enter(email))).code).toBe('sign_in.wrong');
		expect(await enter(email, 'une phrase toute neuve')).toContain('joussour=');
		const again = changePassword(visitor(), { token, password: 'encore une autre phrase' });
		expect((await refusalFrom(again)).code).toBe('sign_in.link_used');
	});

	test('ends when its person is erased, and nothing opens one again', async () => {
		const { id, email } = await aMember();
		const cookie = await enter(email);
		await askLink(email);
		const token = await tokenTo(email);
		const actor = { kind: 'person', id, roles: [] } as const;
		expect((await refusalFrom(build.act(erasePerson, actor, space, { confirmation: 'autre@example.org' }))).field).toBe(
			'confirmation',
		);
		await build.act(erasePerson, actor, space, { confirmation: email.toUpperCase() });
		expect(await whoHas(cookie)).toBeNull();
		expect((await refusalFrom(openLink(token))).code).toBe('sign_in.link_used');
		expect((await refusalFrom(enter(email))).code).toBe('sign_in.wrong');
		expect(JSON.stringify(await exportPerson(installation.db, id))).not.toContain(email);
	});

	test('is not opened by a cookie whose signature is not ours', async () => {
		const { id, email } = await aMember();
		const cookie = (await openSession(id, 'story')).split(';')[0]!;
		expect(await whoHas(cookie)).toBe(email);
		const [token = ''] = decodeURIComponent(cookie.slice('joussour='.length)).split('.');
		expect(await whoHas(`joussour=${encodeURIComponent(`${token}.${'A'.repeat(43)}=`)}`)).toBeNull();
		expect(await whoHas(`joussour=${token}`)).toBeNull();
	});

	test('keeps no network address', async () => {
		const { id, email } = await aMember();
		await enterWithPassword(
			{
				headers: new Headers({ 'x-joussour-address': '203.0.113.7', 'x-forwarded-for': '203.0.113.7' }),
				address: '203.0.113.0',
			},
			{ email, password },
		);
		expect(JSON.stringify(await exportPerson(installation.db, id))).not.toContain('203.0.113');
	});
});

describe('limits', () => {
	const points = async (key: string) =>
		(
			(await installation.db
				.selectFrom('rate_limit' as never)
				.select('points' as never)
				.where('key' as never, '=', key as never)
				.executeTakeFirst()) as { points: number } | undefined
		)?.points ?? 0;

	test('count against the account before the address: a neighbour comes in, and the shut account costs the street nothing', async () => {
		const { email } = await aMember();
		const neighbour = await aMember();
		const street = '198.51.100.0';
		for (let i = 0; i < 10; i++)
			expect((await refusalFrom(enter(email, 'pas la bonne phrase', street))).code).toBe('sign_in.wrong');
		const shut = await refusalFrom(enter(email, password, street));
		expect(shut).toMatchObject({ code: 'request.too_many', params: { minutes: 15 } });
		expect(await points(`sign_in_address:${street}`)).toBe(10);
		expect(await enter(neighbour.email, password, street)).toContain('joussour=');
		expect(await enter(email, password, '192.0.2.0').catch((error: unknown) => isRefused(error))).toBe(true);
	});

	test('forget wrong passwords after the right one', async () => {
		const { email } = await aMember();
		for (let i = 0; i < 9; i++) await refusalFrom(enter(email, 'pas la bonne phrase'));
		await enter(email);
		for (let i = 0; i < 9; i++)
			expect((await refusalFrom(enter(email, 'pas la bonne phrase'))).code).toBe('sign_in.wrong');
	});

	test('stop letters to one address after five, whether anybody has it or not', async () => {
		for (const email of [(await aMember()).email, fresh('personne')]) {
			for (let i = 0; i < 5; i++) await askLink(email);
			expect((await refusalFrom(askLink(email))).code).toBe('request.too_many');
			expect((await refusalFrom(signUpAs(email))).code).toBe('request.too_many');
		}
	});
});

describe('the demonstration’s one-click entry', () => {
	test('is refused on any other installation, whatever role is asked', async () => {
		await build.aPerson(['moderator'], space);
		expect((await refusalFrom(enterDemonstration(false, 'moderator', null))).code).toBe('access.denied');
	});

	test('opens a session of a person who holds the role', async () => {
		await writeSetting(installation.db, 'demo', true);
		const moderator = await build.aPerson(['facilitator'], space, { email: fresh('demo') });
		const cookie = (await enterDemonstration(true, 'facilitator', 'story')).split(';')[0]!;
		expect((await sessionOf(visitor(cookie).headers))?.personId).toBe(moderator.id);
		expect((await refusalFrom(enterDemonstration(true, 'king', null))).code).toBe('access.denied');
	});
});

test('over https the cookie is bound to this host and never sent in the clear', async () => {
	const secure = await testInstallation({ ORIGIN: 'https://joussour.example' });
	const email = fresh('https');
	const hash = await hashPassword(password);
	await secure.db
		.transaction()
		.execute((tx) => addPerson(tx, { name: 'M', email, locale: 'fr', password: hash, now: secure.clock() }));
	const [line = ''] = await enterWithPassword(visitor(), { email, password });
	expect(line).toMatch(/^__Host-joussour=/);
	for (const guard of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(guard);
	expect(line).not.toContain('Domain');
	expect(await whoHas(cookieOf([line]))).toBe(email);
	const row = await secure.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow();
	const opened = await openSession(row.id, null);
	expect(opened).toMatch(/^__Host-joussour=.*Secure/);
	expect(await whoHas(cookieOf([opened]))).toBe(email);
});
