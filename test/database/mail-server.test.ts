// Letters and the moods of mail servers: busy, strict, unknown, mute. A real SMTP server with TLS on this machine.
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { mailFailure, postLetter, sendMail } from '#platform/server/mail/index.ts';
import { selfSigned } from '#test/certificate.ts';
import { testInstallation } from '#test/installation.ts';

const open: SMTPServer[] = [];
afterEach(async () => {
	for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
});

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

async function aServer(options: SMTPServerOptions): Promise<{ port: number; taken: string[] }> {
	const taken: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		closeTimeout: 200,
		...selfSigned(['mail.example'], {}),
		onData: (stream, session, done) => {
			stream.resume();
			stream.on('end', () => {
				taken.push(session.envelope.rcptTo[0]!.address);
				done();
			});
		},
		...options,
	});
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	open.push(server);
	return { port: (server.server.address() as { port: number }).port, taken };
}

const plain: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] };

/** Posts a letter through a server and tries once to send it; answers what became of row and job. */
async function send(smtpUrl: string, times = 1) {
	const installation = await testInstallation({ SMTP_URL: smtpUrl });
	const { db } = installation;
	await db
		.transaction()
		.execute((tx) =>
			postLetter(tx, { address: 'hayat@example.org', locale: 'fr', subject: 'Le marché', body: 'Jeudi.' }, new Date()),
		);
	const { id } = await db.selectFrom('mail').select('id').executeTakeFirstOrThrow();
	let thrown: string | null = null;
	for (let time = 0; time < times; time++) {
		thrown = null;
		await sendMail.run(db, { id }, new Date()).catch((error: unknown) => (thrown = (error as Error).message));
	}
	const row = await db.selectFrom('mail').select(['state', 'error']).executeTakeFirstOrThrow();
	return { ...row, triedAgain: thrown !== null };
}

test('«later» is tried again, and goes out when the server has come to know us', async () => {
	let times = 0;
	const { port, taken } = await aServer({
		...plain,
		onRcptTo: (_address, _session, done) => done(++times < 3 ? answer(451, 'greylisted, come back later') : null),
	});
	const url = `smtp://127.0.0.1:${port}`;
	expect(await send(url, 2)).toMatchObject({ state: 'waiting', triedAgain: true });
	expect(await send(url)).toEqual({ state: 'sent', error: null, triedAgain: false });
	expect(taken).toEqual(['hayat@example.org']);
});

test.each([
	['an address nobody has', { onRcptTo: (_a, _s, done) => done(answer(550, 'no such box')) }, /no such box/],
	[
		'a letter taken for junk',
		{ onData: (s, _s, done) => (s.resume(), void s.on('end', () => done(answer(554, 'spam')))) },
		/spam/,
	],
] as [string, SMTPServerOptions, RegExp][])('%s fails for good, with the reason', async (_name, options, reason) => {
	const { port } = await aServer({ ...plain, ...options });
	expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({
		state: 'failed',
		error: expect.stringMatching(reason) as string,
		triedAgain: false,
	});
});

test.each([
	['a full box', { onRcptTo: (_a, _s, done) => done(answer(452, 'mailbox full')) }],
	['a busy server', { onConnect: (_s, done) => done(answer(421, 'too many connections')) }],
	['a server that shuts us out', { onConnect: (_s, done) => done(answer(554, 'blocked')) }],
	['a sender that is not allowed', { onMailFrom: (_a, _s, done) => done(answer(550, 'sender not allowed')) }],
	[
		'a letter that cannot be kept now',
		{ onData: (s, _s, done) => (s.resume(), void s.on('end', () => done(answer(451, 'disk')))) },
	],
] as [string, SMTPServerOptions][])('%s costs no letter: it waits and says why', async (_name, options) => {
	const { port } = await aServer({ ...plain, ...options });
	expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({
		state: 'waiting',
		error: expect.stringMatching(/\S/) as string,
		triedAgain: true,
	});
});

test('a wrong password is the installation’s fault, not the letter’s: it waits, and the doctor says so', async () => {
	const { port, taken } = await aServer({
		authOptional: false,
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		onAuth: ({ password }, _session, done) =>
			password === 'juste' ? done(null, { user: 'poste' }) : done(answer(535, 'authentication failed')),
	});
	const wrong = `smtp://poste:faux@127.0.0.1:${port}`;
	expect(await send(wrong)).toMatchObject({ state: 'waiting', error: expect.stringMatching(/535/) as string });
	expect(await mailFailure(wrong)).toMatch(/535/);
	const right = `smtp://poste:juste@127.0.0.1:${port}`;
	expect([await mailFailure(right), (await send(right)).state, taken.length]).toEqual([null, 'sent', 1]);
});

test.each([
	['signed by nobody', 'smtp', {}],
	['signed by nobody, from the first byte', 'smtps', { secure: true }],
	['that is over', 'smtp', selfSigned(['127.0.0.1'], { over: true })],
] as const)('a certificate %s is not believed: nothing goes out', async (_name, scheme, options) => {
	const { port, taken } = await aServer({ ...options, disabledCommands: ['AUTH'] });
	const url = `${scheme}://127.0.0.1:${port}`;
	expect(await send(url)).toMatchObject({
		state: 'waiting',
		error: expect.stringMatching(/certificate|expired/i) as string,
	});
	expect(await mailFailure(url)).toMatch(/certificate|expired/i);
	expect(taken).toEqual([]);
});

test('a letter that went out whole and was not answered is of unknown fate, and not sent again', async () => {
	const { port } = await aServer({
		...plain,
		onData: (stream, session) => {
			stream.resume();
			// The line breaks after the last byte: taken or not, nobody knows.
			stream.on('end', () => open[0]!.connections.forEach((one) => one.close()));
			void session;
		},
	});
	expect(await send(`smtp://127.0.0.1:${port}`, 2)).toEqual({
		state: 'unknown',
		error: expect.stringMatching(/closed/i) as string,
		triedAgain: false,
	});
});

test('a line that breaks before the letter is out sends it again later', async () => {
	const { port } = await aServer({
		...plain,
		onMailFrom: () => open[0]!.connections.forEach((one) => one.close()),
	});
	expect(await send(`smtp://127.0.0.1:${port}`)).toMatchObject({ state: 'waiting', triedAgain: true });
	expect(await send('smtp://127.0.0.1:1')).toMatchObject({ state: 'waiting', triedAgain: true });
});

test('the queue is patient with mail servers: a night without one loses nothing', async () => {
	const installation = await testInstallation({ SMTP_URL: 'smtp://127.0.0.1:1' });
	const letter = { address: 'issa@example.org', locale: 'ar', subject: 'غدا', body: 'إلى الغد.' };
	await installation.db.transaction().execute((tx) => postLetter(tx, letter, new Date()));
	const { rows } = await installation.pool.query<{ limit: number; delay: number; most: number }>(
		`select retry_limit as limit, retry_delay as delay, retry_delay_max as most from pgboss.job where name = 'send-mail'`,
	);
	const [{ limit, delay, most }] = rows as [(typeof rows)[0]];
	// The shortest pauses chance may choose: half of each.
	const least = Array.from({ length: limit }, (_, n) => Math.min(most, (delay * 2 ** n) / 2)).reduce((a, b) => a + b);
	expect(least).toBeGreaterThan(12 * 3_600);
	expect(delay).toBeLessThanOrEqual(10);
});
