// Letters and jobs: sent once, refused for good, kept without SMTP, never repeated blindly; dead letters come back.
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob, prepareJobs, startJobs, type Jobs } from '#platform/server/jobs/index.ts';
import { anyJob } from '#platform/server/jobs/index.ts';
import { postLetter, sendMail } from '#platform/server/mail/index.ts';
import { sendLetterAgain } from '#engines/notifications/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let jobs: Jobs;
let smtp: SMTPServer;
const received: string[] = [];
const texts: string[] = [];
let runs = 0;
let works = false;
let busy = true;

/** Fails until told to work. */
const shaky = defineJob({
	name: 'shaky',
	data: z.object({ n: z.number() }),
	async run() {
		runs++;
		if (!works) throw new Error('the other side does not answer');
	},
});

const until = async (check: () => Promise<boolean> | boolean): Promise<void> => {
	for (let waited = 0; waited < 60_000; waited += 50) {
		if (await check()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('it did not happen');
};

beforeAll(async () => {
	smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo: ({ address }, _session, done) =>
			done(
				address.startsWith('gone')
					? Object.assign(new Error('no such box'), { responseCode: 550 })
					: busy && address.startsWith('patient')
						? Object.assign(new Error('try later'), { responseCode: 450 })
						: null,
			),
		onData: (stream, session, done) => {
			stream.setEncoding('utf8').on('data', (part: string) => texts.push(part));
			stream.on('end', () => {
				received.push(session.envelope.rcptTo[0]!.address);
				done();
			});
		},
	});
	smtp.listen(0, '127.0.0.1');
	await once(smtp.server, 'listening');
	const { port } = smtp.server.address() as { port: number };
	installation = await testInstallation({ SMTP_URL: `smtp://127.0.0.1:${port}` });
	await prepareJobs(installation.connection, ['shaky'], { retryLimit: 1, retryDelay: 1 });
	jobs = await startJobs({ pool: installation.pool, connection: installation.connection, onError: () => undefined });
	await jobs.work([anyJob(sendMail), anyJob(shaky)], installation.db, () => new Date());
});

afterAll(async () => {
	await jobs.stop();
	await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const post = (address: string, key?: string) =>
	installation.db
		.transaction()
		.execute((tx) =>
			postLetter(tx, { address, locale: 'fr', subject: 'Bonjour', body: 'Texte', ...(key ? { key } : {}) }, new Date()),
		);
const stateOf = async (address: string) =>
	(await installation.db.selectFrom('mail').select('state').where('address', '=', address).executeTakeFirst())?.state;

describe('a letter', () => {
	test('posted twice under one key is sent once', async () => {
		await post('nadia@example.org', 'once');
		await post('nadia@example.org', 'once');
		await until(async () => (await stateOf('nadia@example.org')) === 'sent');
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(received.filter((address) => address === 'nadia@example.org')).toHaveLength(1);
	});

	test('refused for good is marked so and not tried again', async () => {
		await post('gone@example.org');
		await until(async () => (await stateOf('gone@example.org')) === 'failed');
	});

	test('whose server answers no more is failed with the reason after the last try, and goes out when it is put back', async () => {
		await post('patient@example.org');
		const { id } = await installation.db
			.selectFrom('mail')
			.select('id')
			.where('address', '=', 'patient@example.org')
			.executeTakeFirstOrThrow();
		// The first try fails and leaves it waiting; the sixteenth gives it up.
		const said = async () =>
			installation.db.selectFrom('mail').select(['state', 'error']).where('id', '=', id).executeTakeFirstOrThrow();
		await until(async () => (await said()).error !== null);
		expect((await said()).state).toBe('waiting');
		await expect(sendMail.run(installation.db, { id }, new Date(), true)).rejects.toThrow('try later');
		const row = await installation.db.selectFrom('mail').select(['state', 'error']).where('id', '=', id).execute();
		expect(row).toEqual([{ state: 'failed', error: expect.stringContaining('try later') as string }]);
		busy = false;
		const build = builders(installation);
		const admin = await build.aPerson(['admin']);
		await build.act(sendLetterAgain, admin, null, { id });
		const fact = installation.db.selectFrom('activity').select('type').where('subject', '=', id);
		expect((await fact.executeTakeFirst())?.type).toBe('notifications.letter.sent_again');
		await until(async () => (await stateOf('patient@example.org')) === 'sent');
		for (const wrong of [id, 'none'])
			expect((await refusalFrom(build.act(sendLetterAgain, admin, null, { id: wrong }))).code).toBe('mail.not_failed');
	});

	test('that stands in the queue several times is sent by whoever takes it first, and by nobody else', async () => {
		await post('gone-twice@example.org');
		await until(async () => (await stateOf('gone-twice@example.org')) === 'failed');
		const { id } = await installation.db
			.updateTable('mail')
			.set({ address: 'twice@example.org' })
			.where('address', '=', 'gone-twice@example.org')
			.returning('id')
			.executeTakeFirstOrThrow();
		await Promise.all([1, 2, 3, 4, 5].map(() => sendMail.run(installation.db, { id }, new Date())));
		expect(received.filter((address) => address === 'twice@example.org')).toHaveLength(1);
		expect(await stateOf('twice@example.org')).toBe('sent');
	});

	test('whose sending was cut off midway is unknown, and never sent again by itself', async () => {
		await installation.db
			.insertInto('mail')
			.values({
				id: '00000000-0000-7000-8000-000000000001',
				key: null,
				person_id: null,
				address: 'cut@example.org',
				locale: 'fr',
				subject: '',
				body: '',
				html: null,
				state: 'sending',
				error: null,
				created_at: new Date(),
				sent_at: null,
				secret: null,
				secret_until: null,
			})
			.execute();
		await sendMail.run(installation.db, { id: '00000000-0000-7000-8000-000000000001' }, new Date());
		expect(await stateOf('cut@example.org')).toBe('unknown');
		expect(received).not.toContain('cut@example.org');
	});

	test('lets its secret go once it is sent, and one whose secret is over is not sent at all', async () => {
		const write = (address: string, until: Date) =>
			installation.db.transaction().execute((tx) =>
				postLetter(
					tx,
					{
						address,
						locale: 'fr',
						subject: 'Entrer',
						body: 'Voici : planted-7Kq2',
						secret: { text: 'planted-7Kq2', until },
					},
					new Date(),
				),
			);
		await write('entre@example.org', new Date(Date.now() + 900_000));
		await write('tard@example.org', new Date(Date.now() - 1));
		await until(async () => (await stateOf('entre@example.org')) === 'sent');
		await until(async () => (await stateOf('tard@example.org')) === 'failed');
		expect(texts.filter((text) => text.includes('planted-7Kq2'))).toHaveLength(1);
		expect(received).not.toContain('tard@example.org');
		const left = await installation.db
			.selectFrom('mail')
			.select(['address', 'subject', 'body', 'secret'])
			.where('address', '=', 'entre@example.org')
			.execute();
		expect(left).toEqual([{ address: 'entre@example.org', subject: 'Entrer', body: 'Voici : […]', secret: null }]);
	});

	test('of an act that is rolled back leaves neither row nor job', async () => {
		await expect(
			installation.db.transaction().execute(async (tx) => {
				await postLetter(tx, { address: 'never@example.org', locale: 'fr', subject: '', body: '' }, new Date());
				throw new Error('rolled back');
			}),
		).rejects.toThrow('rolled back');
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(received).not.toContain('never@example.org');
	});
});

test('a job that keeps failing waits among the dead letters until it is replayed', async () => {
	await installation.db.transaction().execute((tx) => jobs.enqueue(tx, shaky, { n: 7 }));
	await until(async () => (await jobs.dead(10)).length === 1);
	const [letter] = await jobs.dead(10);
	expect(letter).toMatchObject({ data: { n: 7 }, from: 'shaky', error: 'the other side does not answer' });
	const before = runs;
	works = true;
	expect(await jobs.replay()).toBe(1);
	await until(() => runs > before);
	await until(async () => (await jobs.dead(10)).length === 0);
}, 120_000);

test('the same key waiting twice is one job', async () => {
	const before = runs;
	await installation.db.transaction().execute(async (tx) => {
		for (let i = 0; i < 5; i++) await jobs.enqueue(tx, shaky, { n: i }, { key: 'same' });
	});
	await until(() => runs > before);
	await new Promise((resolve) => setTimeout(resolve, 800));
	expect(runs).toBe(before + 1);
}, 120_000);
