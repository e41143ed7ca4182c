// Letters that open an account: read by an administrator while they serve, and by nobody afterwards.
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addPerson, confirmAddress, openMagicLink, setNewPassword } from '#foundations/accounts/server/index.ts';
import { askForLink, askForPassword, register } from '#app/sign-in.ts';
import { cutAtLinks } from '#app/mail-text.ts';
import { blankSecrets, listMail } from '#platform/server/mail/index.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let count = 0;
const visitor = () => ({ headers: new Headers({ 'user-agent': 'story' }), address: `10.1.${++count}.0` });

beforeAll(async () => {
	installation = await testInstallation();
});

async function aMember(email: string): Promise<string> {
	const given = { name: 'Hasna', email, locale: 'fr', password: null, now: installation.clock() };
	await installation.db.transaction().execute((tx) => addPerson(tx, given));
	return email;
}

/** The newest letter as the outbox shows it, with the link in it and that link's token. */
async function newest() {
	const [mail] = await listMail(installation.db, 1);
	const link = cutAtLinks(mail!.body, installation.config.origin).find((part) => part.href)?.href;
	return { ...mail!, token: link ? new URL(link).searchParams.get('token')! : null };
}

/** Tables in which a token can still be read, plain or as it stands in an address. */
async function readableIn(token: string): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')`.execute(installation.db);
	const found: string[] = [];
	for (const { name } of rows) {
		const hits = await sql`select 1 from ${sql.raw(name)} t where strpos(t::text, ${token}) > 0`.execute(
			installation.db,
		);
		if (hits.rows.length > 0) found.push(name);
	}
	return found;
}

test.each([
	[
		'a link to enter',
		async (email: string) => askForLink(visitor(), { email: await aMember(email) }, null),
		(token: string) => openMagicLink(visitor().headers, token),
	],
	[
		'a new password',
		async (email: string) => askForPassword(visitor(), { email: await aMember(email) }),
		(token: string) => setNewPassword(visitor().headers, token, 'une phrase assez longue'),
	],
	[
		'an address to confirm',
		(email: string) => register(visitor(), { name: 'Hasna', email, locale: 'fr' }, null),
		(token: string) => confirmAddress(visitor().headers, token, 'une phrase assez longue'),
	],
])('%s is readable in the outbox until it is used', async (_what, ask, use) => {
	const email = `hasna-${++count}@example.org`;
	await ask(email);
	const fresh = await newest();
	expect(fresh).toMatchObject({ address: email, state: 'kept' });
	expect(await readableIn(fresh.token!)).toContain('mail');
	await use(fresh.token!);
	const after = await newest();
	expect(after).toMatchObject({ id: fresh.id, address: email, subject: fresh.subject, created_at: fresh.created_at });
	expect(after.body).toContain('[…]');
	expect(await readableIn(fresh.token!)).toEqual([]);
});

test('a link nobody used goes once its time is over, and not before', async () => {
	await askForLink(visitor(), { email: await aMember('tarde@example.org') }, null);
	const { token } = await newest();
	const start = installation.clock().getTime();
	await blankSecrets.run(installation.db, {}, new Date(start + 14 * 60_000));
	expect((await newest()).token).toBe(token);
	await blankSecrets.run(installation.db, {}, new Date(start + 15 * 60_000));
	expect((await newest()).token).toBeNull();
	expect((await readableIn(token!)).filter((table) => table === 'mail')).toEqual([]);
});
