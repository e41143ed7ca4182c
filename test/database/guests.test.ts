// Guests taking part: devices nobody can invent, limits a neighbourhood shares, and forms that act once.
import type { RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { locales, translatorFor } from '#platform/i18n/index.ts';
import { deviceIn, newDevice, openSession } from '#foundations/accounts/server/index.ts';
import { threadActions } from '#app/thread.ts';
import { addressOf } from '#app/client.ts';
import { actions as flagActions } from '../../src/routes/[locale=locale]/flag/[kind]/[id]/+page.server.ts';
import { actions as receiptActions } from '../../src/routes/[locale=locale]/r/[token]/+page.server.ts';
import { actions as newProposalActions } from '../../src/routes/[locale=locale]/s/[space]/p/[process]/new/+page.server.ts';
import { actions as proposalActions } from '../../src/routes/[locale=locale]/s/[space]/p/[process]/[number]/+page.server.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';
import { aBrowser, type Browser } from '#test/visit.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let medium: string;
let work: string;
let commune: string;
let process: string;
const page = '/fr/s/radio-invitee/w/un-sujet';
const inCommune = { space: 'commune-invitee' };

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	medium = await build.aSpace({ address: 'radio-invitee' });
	({ workId: work } = await build.aWork(medium));
	commune = await build.aSpace({ kind: 'commune', address: inCommune.space });
	const id = await build.aProcess(commune);
	process = (
		await installation.db.selectFrom('process').select('address').where('id', '=', id).executeTakeFirstOrThrow()
	).address;
});

const { contribute } = threadActions((_event: RequestEvent) => ({ spaceId: medium, subjectId: work }));
const words = (): string => Array.from({ length: 9 }, () => Math.random().toString(36).slice(2, 9)).join(' ');
const say = (browser: Browser, text: string, more: Record<string, string> = {}) =>
	browser.send(contribute, `${page}?/contribute`, { text, name: '', ...more }, { space: 'radio-invitee' });
const withdraw = (browser: Browser, receipt: string) =>
	browser.send(receiptActions.withdraw, `${receipt.split('?')[0]}?/withdraw`, {}, { token: tokenIn(receipt) });
const tokenIn = (receipt: string): string => /\/r\/([^?#]+)/.exec(receipt)![1]!;
const said = (text: string) =>
	installation.db
		.selectFrom('contribution')
		.select(['id', 'state', 'author_id'])
		.where('text', '=', text)
		.orderBy('id')
		.execute();
const counted = async (key: string): Promise<number> =>
	(await sql<{ points: number }>`select points from rate_limit where key = ${key}`.execute(installation.db)).rows[0]
		?.points ?? 0;
/** As if so much had been counted in the last half hour. */
const fill = (key: string, points: number) =>
	sql`insert into rate_limit (key, points, expire) values (${key}, ${points}, ${Date.now() + 1_800_000})`.execute(
		installation.db,
	);

describe('the device of a guest', () => {
	test('is given before the first act, carries our signature and counts from then on', async () => {
		const browser = aBrowser();
		const text = words();
		expect(await say(browser, text)).toMatchObject({ sent: 2, refused: null });
		const device = deviceIn(browser.cookies.get('device'));
		const [row] = await said(text);
		expect(
			await installation.db.selectFrom('guest').select('device').where('id', '=', row!.author_id!).execute(),
		).toEqual([{ device }]);
		expect(device).not.toBeNull();
		expect((await say(browser, words())).sent).toBe(1);
		expect(browser.attributes.get('device')).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false });
	});

	test.each([
		['made up', () => crypto.randomUUID()],
		['signed by somebody else', () => `${newDevice().split('.')[0]}.${'A'.repeat(43)}`],
		['of another device under our signature', () => `x${newDevice()}`],
		['longer than ours', () => `${newDevice()}.more`],
	])('that is %s is no device', async (_what, invent) => {
		const browser = aBrowser({ cookie: ['device', invent()] });
		expect((await browser.event(page)).locals.device).toBeNull();
		expect((await say(browser, words())).sent).toBe(2);
		expect(deviceIn(browser.cookies.get('device'))).not.toBeNull();
	});

	test('is asked for in vain of a browser that takes no cookie: it speaks, and a double click is one act', async () => {
		const browser = aBrowser({ takesCookies: false });
		const text = words();
		const answers = await Promise.all([say(browser, text), say(browser, text)]);
		expect(answers.map(({ sent }) => sent)).toEqual([2, 2]);
		expect(answers[0]!.location).toBe(answers[1]!.location);
		expect(await said(text)).toHaveLength(1);
	});

	test('of a browser that takes no cookie is one for two clicks on either side of a cut of the clock', async () => {
		const browser = aBrowser({ takesCookies: false });
		const text = words();
		installation.at('2026-10-15T10:20:04.900Z');
		const first = await say(browser, text);
		installation.at('2026-10-15T10:20:05.200Z');
		expect((await say(browser, text)).location).toBe(first.location);
		expect(await said(text)).toHaveLength(1);
		installation.at('2026-10-15T10:20:10.100Z');
		expect((await say(browser, text)).location).not.toBe(first.location);
	});

	test('cannot be had without end by a script that drops its cookie, while devices already known take part', async () => {
		const [address, neighbour, elsewhere] = ['10.77.1.5', '10.77.1.200', '10.77.2.5'];
		const known = aBrowser({ address: neighbour });
		await say(known, words());
		await fill('new_devices:10.77.1.0', 499).catch(() =>
			sql`update rate_limit set points = 500 where key = 'new_devices:10.77.1.0'`.execute(installation.db),
		);
		const refused = await say(aBrowser({ address }), words());
		expect(refused.refused?.status).toBe(429);
		expect(refused.refused?.data.refusals[0]).toMatchObject({ code: 'guest.too_many' });
		const skipping = await aBrowser({ address }).send(
			contribute,
			`${page}?/contribute&again`,
			{ text: words() },
			{ space: 'radio-invitee' },
		);
		expect(skipping.refused?.status).toBe(429);
		expect((await say(known, words())).refused).toBeNull();
		expect((await say(aBrowser({ address: elsewhere }), words())).refused).toBeNull();
	});
});

describe('a neighbourhood', () => {
	test('is one /24 or one /48', async () => {
		const of = (address: string) => addressOf({ getClientAddress: () => address });
		expect(['192.0.2.1', '192.0.2.254', '::ffff:192.0.2.9', '::ffff:c000:20a'].map(of)).toEqual(
			Array(4).fill('192.0.2.0'),
		);
		expect(['2001:db8:7::1', '2001:db8:7:ffff::', '2001:0DB8:0007:1:2:3:4:5'].map(of)).toEqual(
			Array(3).fill('2001:db8:7::'),
		);
		expect(['2001:db8::1', '::1'].map(of)).toEqual(['2001:db8:0::', '0:0:0::']);
		expect(of('2001:db8:8::1')).not.toBe(of('2001:db8:7::1'));
	});

	test('counts every act of its guests together, whatever the act', async () => {
		const address = '10.78.1.5';
		const browser = () => aBrowser({ address, agent: `story ${Math.random()}` });
		const speaker = browser();
		const text = words();
		const receipt = (await say(speaker, text)).location!;
		const { id } = (await said(text))[0]!;
		await browser().send(contribute, `${page}?/contribute&reply=${id}`, { text: words() }, { space: 'radio-invitee' });
		await browser().send(
			flagActions.default,
			`/fr/flag/contribution/${id}`,
			{ reason: 'other', text: '' },
			{ kind: 'contribution', id },
		);
		const proposed = await browser().send(
			newProposalActions.default,
			`/fr/s/commune-invitee/p/${process}/new`,
			{ title: `Un abri ${words()}`.slice(0, 90), text: `Parce que ${words()}`, place: '', name: '' },
			{ ...inCommune, process },
		);
		expect(proposed.refused).toBeNull();
		await browser().send(
			proposalActions.support,
			`/fr/s/commune-invitee/p/${process}/1?/support`,
			{},
			{ ...inCommune, process, number: '1' },
		);
		await withdraw(speaker, receipt);
		await browser().send(
			receiptActions.appeal,
			`/fr/r/${tokenIn(receipt)}?/appeal`,
			{ decisionId: id, appeal: 'Je conteste.' },
			{ token: tokenIn(receipt) },
		);
		expect(await counted('guest_acts:10.78.1.0')).toBe(7);
		expect(await counted('new_devices:10.78.1.0')).toBe(5);
	});

	test('that took part a great deal is told when to come back; people with an account go on', async () => {
		const address = '10.79.1.5';
		await fill('guest_acts:10.79.1.0', 1500);
		const { refused } = await say(aBrowser({ address }), words());
		expect(refused?.status).toBe(429);
		const [{ code, params }] = refused!.data.refusals as [{ code: string; params: Record<string, number> }];
		expect([code, params['minutes']]).toEqual(['guest.too_many', 30]);
		for (const locale of locales) expect(translatorFor(locale).code(code, params)).toMatch(/30|٣٠/);
		const person = await build.aPerson();
		const [name, value] = (await openSession(person.id, 'story')).split(';')[0]!.split('=') as [string, string];
		expect((await say(aBrowser({ address, cookie: [name, value] }), words())).refused).toBeNull();
	});
});

describe('a form', () => {
	const known = async (): Promise<Browser> => {
		const browser = aBrowser();
		await say(browser, words());
		return browser;
	};

	test('sent twice at once acts once and is answered alike', async () => {
		const browser = await known();
		const text = words();
		const answers = await Promise.all(Array.from({ length: 5 }, () => say(browser, text, { nonce: 'drawn-once' })));
		expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
		expect(await said(text)).toHaveLength(1);
	});

	test('sent twice is one act wherever the clock stands between the two', async () => {
		const browser = await known();
		const text = words();
		installation.at('2026-10-15T10:09:59.900Z');
		const first = await say(browser, text, { nonce: 'at-the-boundary' });
		installation.at('2026-10-15T10:10:00.200Z');
		expect((await say(browser, text, { nonce: 'at-the-boundary' })).location).toBe(first.location);
		expect(await said(text)).toHaveLength(1);
	});

	test('drawn anew may say the same words again', async () => {
		const browser = await known();
		const text = words();
		const first = await say(browser, text, { nonce: 'first-page' });
		const second = await say(browser, text, { nonce: 'second-page' });
		expect(second.location).not.toBe(first.location);
	});

	test.each(['drawn', ''])(
		'sent again after its words were withdrawn is a new contribution (nonce "%s")',
		async (nonce) => {
			const browser = await known();
			const text = words();
			const first = await say(browser, text, { nonce });
			await withdraw(browser, first.location!);
			const again = await Promise.all([say(browser, text, { nonce }), say(browser, text, { nonce })]);
			expect(again[0]!.location).toBe(again[1]!.location);
			expect(again[0]!.location).not.toBe(first.location);
			expect(await said(text)).toHaveLength(1);
			expect((await say(browser, text, { nonce })).location).toBe(again[0]!.location);
		},
	);

	test('from a page kept for everybody is not mistaken for the same words of another reader', async () => {
		const [address, agent] = ['10.80.1.5', 'the tablets of one class'];
		const text = words();
		const pupils = await Promise.all([1, 2, 3].map(() => say(aBrowser({ address, agent }), text)));
		expect(new Set(pupils.map(({ location }) => location)).size).toBe(3);
		expect(await said(text)).toHaveLength(3);
	});
});

test('over https the device is bound to this host and never sent in the clear', async () => {
	const secure = await testInstallation({ ORIGIN: 'https://joussour.example' });
	const there = builders(secure);
	const space = await there.aSpace({ address: 'radio-sure' });
	const { workId } = await there.aWork(space);
	const { contribute: speak } = threadActions(() => ({ spaceId: space, subjectId: workId }));
	const browser = aBrowser();
	const answer = await browser.send(
		speak,
		'/fr/s/radio-sure/w/x?/contribute',
		{ text: words() },
		{ space: 'radio-sure' },
	);
	expect(answer).toMatchObject({ sent: 2, refused: null });
	expect([...browser.cookies.keys()]).toEqual(['__Host-device']);
	expect(browser.attributes.get('__Host-device')).toMatchObject({ secure: true, httpOnly: true, path: '/' });
});
