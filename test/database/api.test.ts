// The API does what the pages do, for whoever holds a token, under the same policies; and tells the public what is public.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeToken, revokeToken } from '#foundations/accounts/server/index.ts';
import { withdrawVersion } from '#modules/publishing/server/index.ts';
import { answerApi } from '#app/api.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let work: string;
const origin = 'http://127.0.0.1:3000';

interface Sent {
	token?: string;
	key?: string;
	address?: string;
	headers?: Record<string, string>;
}

const get = (path: string, headers: Record<string, string> = {}) =>
	answerApi(new Request(origin + path, { headers }), '10.0.0.0');
const post = (path: string, body: unknown, { token, key, address = '10.0.0.0', headers = {} }: Sent = {}) =>
	answerApi(
		new Request(origin + path, {
			method: 'POST',
			body: typeof body === 'string' ? body : JSON.stringify(body),
			headers: {
				'content-type': 'application/json',
				...(token ? { authorization: `Bearer ${token}` } : {}),
				...(key ? { 'idempotency-key': key } : {}),
				...headers,
			},
		}),
		address,
	);
const actPath = (name: string, where = space) => `/api/v1/spaces/${where}/acts/${name}`;
const contributions = async (): Promise<number> =>
	(
		await installation.db
			.selectFrom('contribution')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow()
	).n;

async function tokenOf(roles: Parameters<ReturnType<typeof builders>['aPerson']>[0] = [], where = space) {
	const person = await build.aPerson(roles, where);
	const { id, token } = await build.act(makeToken, person, null, { name: 'test' });
	return { person, id, token };
}

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ address: 'radio-essai' });
	({ workId: work } = await build.aWork(space, { title: 'Le barrage', body: '<p>Texte<script>alert(1)</script></p>' }));
});

describe('a read', () => {
	test('names a space by id or by address', async () => {
		const byId = await get(`/api/v1/spaces/${space}/works?locale=fr`);
		const byAddress = await get('/api/v1/spaces/radio-essai/works?locale=fr');
		expect(await byId.json()).toMatchObject({ items: [{ id: work, title: 'Le barrage' }], next: null });
		expect(byAddress.headers.get('etag')).toBe(byId.headers.get('etag'));
		expect((await get('/api/v1/spaces/nowhere/works')).status).toBe(404);
		expect((await get(`/api/v1/spaces/${randomUUID()}/works`)).status).toBe(404);
	});

	test('shows cleaned text, and nothing that is not public', async () => {
		const shown = (await (await get(`/api/v1/spaces/${space}/works/${work}`)).json()) as {
			versions: { html: string }[];
		};
		expect(shown.versions[0]?.html).toBe('<p>Texte</p>');
		const elsewhere = await build.aSpace();
		expect((await get(`/api/v1/spaces/${elsewhere}/works/${work}`)).status).toBe(404);
	});

	test('answers 304 to whoever has it, until something changes', async () => {
		const path = `/api/v1/spaces/${space}/threads/${work}`;
		const first = await get(path);
		const etag = first.headers.get('etag')!;
		expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
		await post(
			actPath('conversation.contribute'),
			{ subjectId: work, locale: 'fr', text: 'Une remarque nouvelle sur le barrage.' },
			{ key: randomUUID() },
		);
		const after = await get(path, { 'if-none-match': etag });
		expect(after.status).toBe(200);
		expect(await after.json()).toMatchObject({ items: [{ text: 'Une remarque nouvelle sur le barrage.' }] });
	});

	test('tells nothing of the thread of a work that was withdrawn', async () => {
		const { workId, versionId } = await build.aWork(space);
		const path = `/api/v1/spaces/${space}/threads/${workId}`;
		expect((await get(path)).status).toBe(200);
		await build.act(withdrawVersion, { kind: 'system', id: null, roles: [] }, space, { versionId });
		expect((await get(path)).status).toBe(404);
		const late = await post(
			actPath('conversation.contribute'),
			{ subjectId: workId, locale: 'fr', text: 'Trop tard pour en parler ici.' },
			{ key: randomUUID() },
		);
		expect(late.status).toBe(404);
	});

	test('is paged by a cursor that loses and repeats nothing', async () => {
		const own = await build.aSpace();
		const ids = [];
		for (let i = 0; i < 5; i++) ids.push((await build.aWork(own)).workId);
		const seen: string[] = [];
		let cursor: string | null = '';
		while (cursor !== null) {
			const page = (await (
				await get(`/api/v1/spaces/${own}/works?locale=fr&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
			).json()) as { items: { id: string }[]; next: string | null };
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.next;
		}
		expect(seen).toHaveLength(5);
		expect(new Set(seen)).toEqual(new Set(ids));
	});

	test('of proposals loses and repeats nothing when one comes in between two pages', async () => {
		const own = await build.aSpace({ kind: 'commune' });
		const processId = await build.aProcess(own);
		const ids: string[] = [];
		const [start, propose] = [installation.clock().getTime(), () => build.aProposal(own, { processId })];
		for (let i = 1; i <= 5; i++) {
			installation.at(new Date(start + i * 1_000).toISOString());
			ids.push((await propose()).id);
		}
		installation.at(new Date(start + 6_000).toISOString());
		const seen: string[] = [];
		let cursor: string | null = '';
		while (cursor !== null) {
			const page = (await (
				await get(`/api/v1/spaces/${own}/proposals?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
			).json()) as { items: { id: string }[]; next: string | null };
			seen.push(...page.items.map(({ id }) => id));
			if (cursor === '') await propose();
			cursor = page.next;
		}
		expect(seen).toEqual(ids.toReversed());
	});

	test('refuses a cursor it never gave instead of beginning again', async () => {
		const own = await build.aSpace({ kind: 'commune' });
		const id = build.newId();
		for (const list of ['works', 'proposals', 'commitments'])
			for (const odd of ['20', `_.${id}`, `${(8e15).toString(36)}.${id}`, `-${(9e9).toString(36)}.${id}`, `1.${id}1`]) {
				const answer = await get(`/api/v1/spaces/${own}/${list}?cursor=${encodeURIComponent(odd)}`);
				expect([list, odd, answer.status]).toEqual([list, odd, 422]);
			}
		expect((await get(`/api/v1/spaces/${own}/commitments?cursor=1.${id}`)).status).toBe(200);
	});

	test('is open to pages of other sites, without their credentials', async () => {
		const response = await get('/api/v1/spaces', { origin: 'https://elsewhere.example', cookie: 'joussour=stolen' });
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.has('access-control-allow-credentials')).toBe(false);
		expect(response.headers.has('set-cookie')).toBe(false);
	});

	test('refuses a wrong parameter by name, in the language asked for', async () => {
		const response = await get(`/api/v1/spaces/${space}/works?limit=0`, { 'accept-language': 'ar' });
		expect([response.status, response.headers.get('content-type'), response.headers.get('content-language')]).toEqual([
			422,
			'application/problem+json',
			'ar',
		]);
		expect(await response.json()).toMatchObject({
			field: 'limit',
			title: expect.stringMatching(/\p{Script=Arabic}/u) as string,
		});
	});

	test('has a HEAD, and nothing else', async () => {
		const head = await answerApi(new Request(`${origin}/api/v1/spaces`, { method: 'HEAD' }), '10.0.0.0');
		expect([head.status, await head.text()]).toEqual([200, '']);
		const wrong = await answerApi(new Request(`${origin}/api/v1/spaces`, { method: 'DELETE' }), '10.0.0.0');
		expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		expect((await get('/api/v2/spaces')).status).toBe(404);
	});
});

describe('a token', () => {
	test('acts with the roles its person holds in the space of the act, and no other', async () => {
		const { token } = await tokenOf(['editor']);
		const draft = { locale: 'fr', title: 'Par l’interface', summary: 'Court.', body: '<p>Texte.</p>' };
		const made = await post(actPath('publishing.draftWork'), draft, { token });
		expect(made.status).toBe(200);
		const { versionId } = (await made.json()) as { versionId: string };
		expect((await post(actPath('publishing.publishVersion'), { versionId }, { token })).status).toBe(200);
		const elsewhere = await build.aSpace();
		const denied = await post(actPath('publishing.draftWork', elsewhere), draft, { token });
		expect([denied.status, ((await denied.json()) as { code: string }).code]).toEqual([403, 'access.denied']);
		expect((await post(actPath('publishing.publishVersion', elsewhere), { versionId }, { token })).status).toBe(404);
	});

	test('that is wrong or revoked is refused, never taken for none', async () => {
		const { token, id, person } = await tokenOf(['editor']);
		for (const authorization of ['Bearer jsr_wrong', 'Bearer', `Basic ${token}`, `Token ${token}`]) {
			const response = await get('/api/v1/spaces', { authorization });
			expect([response.status, response.headers.get('www-authenticate')], authorization).toEqual([401, 'Bearer']);
		}
		await build.act(revokeToken, person, null, { id });
		expect((await post(actPath('publishing.draftWork'), {}, { token })).status).toBe(401);
	});
});

describe('a guest', () => {
	const say = () => ({ subjectId: work, locale: 'fr', text: `Une remarque ${randomUUID()} d’un passant.` });

	test('may act where the space lets guests in, with a key', async () => {
		const without = await post(actPath('conversation.contribute'), say());
		expect([without.status, ((await without.json()) as { field: string }).field]).toEqual([400, 'Idempotency-Key']);
		const done = await post(actPath('conversation.contribute'), say(), { key: randomUUID() });
		expect(await done.json()).toMatchObject({ held: false, receipt: expect.any(String) as string });
	});

	test('has keys of its own: the same key and words from elsewhere are another guest’s, who gets another answer', async () => {
		const [body, key] = [say(), randomUUID()];
		const path = actPath('conversation.contribute');
		const sent = { key, address: '10.60.0.7', headers: { 'user-agent': 'a program' } };
		const first = (await (await post(path, body, sent)).json()) as { id: string; receipt: string };
		expect(await (await post(path, body, sent)).json()).toEqual(first);
		for (const other of [
			{ ...sent, address: '10.60.0.8' },
			{ ...sent, headers: { 'user-agent': 'another program' } },
		]) {
			const theirs = (await (await post(path, body, other)).json()) as { id: string; receipt: string };
			expect(theirs.id).not.toBe(first.id);
			expect(theirs.receipt).not.toBe(first.receipt);
		}
	});

	test('shares the limit of the neighbourhood with everybody who takes part there without an account', async () => {
		await sql`insert into rate_limit (key, points, expire)
			values ('guest_acts:10.61.0.0', 1500, ${Date.now() + 600_000})`.execute(installation.db);
		const shut = await post(actPath('conversation.contribute'), say(), { key: randomUUID(), address: '10.61.0.9' });
		expect([shut.status, shut.headers.get('retry-after')]).toEqual([429, '600']);
		expect(await shut.json()).toMatchObject({ code: 'guest.too_many' });
		const { token } = await tokenOf();
		const person = await post(actPath('conversation.contribute'), say(), { token, address: '10.61.0.9' });
		expect(person.status).toBe(200);
	});

	test('is asked for a token where it does not, and for what staff do', async () => {
		const closed = await build.aSpace({ guests: false });
		const { workId } = await build.aWork(closed);
		const refused = await post(
			actPath('conversation.contribute', closed),
			{ ...say(), subjectId: workId },
			{ key: randomUUID() },
		);
		expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'access.sign_in']);
		const staff = await post(
			actPath('publishing.draftWork'),
			{ locale: 'fr', title: 'Un titre', summary: '', body: '' },
			{ key: randomUUID() },
		);
		expect(staff.status).toBe(401);
	});

	test('cannot pass for a device, and so cannot support twice', async () => {
		const commune = await build.aSpace({ kind: 'commune' });
		const { id } = await build.aProposal(commune);
		const response = await post(
			actPath('participation.supportProposal', commune),
			{ proposalId: id, device: 'made-up' },
			{ key: randomUUID() },
		);
		expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
			422,
			'support.device_missing',
		]);
	});

	test('is not signed in by a cookie', async () => {
		const response = await post(
			actPath('publishing.draftWork'),
			{ locale: 'fr', title: 'Un titre', summary: '', body: '' },
			{ key: randomUUID(), headers: { cookie: 'joussour=anything' } },
		);
		expect(response.status).toBe(401);
	});
});

describe('an act', () => {
	test('sent twice under one key happens once and is answered alike', async () => {
		const { token } = await tokenOf();
		const sent = { subjectId: work, locale: 'fr', text: 'Une remarque envoyée deux fois.' };
		const before = await contributions();
		const key = randomUUID();
		const [first, second] = [
			await post(actPath('conversation.contribute'), sent, { token, key }),
			await post(actPath('conversation.contribute'), sent, { token, key }),
		];
		expect(await second.json()).toEqual(await first.json());
		expect(await contributions()).toBe(before + 1);
		const other = await post(
			actPath('conversation.contribute'),
			{ ...sent, text: 'Autre chose entièrement.' },
			{ token, key },
		);
		expect(((await other.json()) as { code: string }).code).toBe('key.reused');
		const stranger = await tokenOf();
		expect(
			(
				await post(
					actPath('conversation.contribute'),
					{ ...sent, text: 'La même clé, par une autre personne.' },
					{ token: stranger.token, key },
				)
			).status,
		).toBe(200);
	});

	test.each(['short', 'with a space in the middle of it', 'é'.repeat(20), 'x'.repeat(201)])(
		'refuses the key %s',
		async (key) => {
			const { token } = await tokenOf();
			const response = await post(
				actPath('conversation.contribute'),
				{},
				{ token, headers: { 'idempotency-key': Buffer.from(key, 'utf8').toString('latin1') } },
			);
			expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'key.wrong']);
		},
	);

	test('names every field that is refused', async () => {
		const { token } = await tokenOf();
		const response = await post(
			actPath('conversation.contribute'),
			{ subjectId: 'x', text: '' },
			{ token, headers: { 'accept-language': 'fr' } },
		);
		const problem = (await response.json()) as { status: number; errors: { field: string; title: string }[] };
		expect([response.status, problem.errors.map(({ field }) => field).sort()]).toEqual([
			422,
			['locale', 'subjectId', 'text'],
		]);
	});

	test('takes only JSON of a reasonable size, and no leave for other sites', async () => {
		const { token } = await tokenOf();
		expect((await post(actPath('conversation.contribute'), '{', { token })).status).toBe(400);
		expect(
			(await post(actPath('conversation.contribute'), 'x=1', { token, headers: { 'content-type': 'text/plain' } }))
				.status,
		).toBe(415);
		expect((await post(actPath('conversation.contribute'), { text: 'x'.repeat(1_000_001) }, { token })).status).toBe(
			413,
		);
		const preflight = await answerApi(
			new Request(origin + actPath('conversation.contribute'), {
				method: 'OPTIONS',
				headers: { origin: 'https://elsewhere.example' },
			}),
			'10.0.0.0',
		);
		expect([preflight.status, preflight.headers.has('access-control-allow-origin')]).toEqual([204, false]);
	});

	test('that is not offered does not exist', async () => {
		const { token } = await tokenOf(['admin'], await build.root());
		for (const name of ['spaces.setUp', 'accounts.erasePerson', 'publishing.importFeed'])
			expect((await post(actPath(name), {}, { token })).status).toBe(404);
	});

	test('is limited, and says when to come back', async () => {
		const send = () => post(actPath('conversation.contribute'), {}, { key: randomUUID(), address: '10.9.9.0' });
		let response = await send();
		for (let sent = 1; sent < 70 && response.status !== 429; sent++) response = await send();
		expect(response.status).toBe(429);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
	});
});

describe('every answer', () => {
	test('carries a request id: the caller’s when it is plain, else a new one', async () => {
		expect((await get('/api/v1/spaces', { 'x-request-id': 'abc.1-2_3' })).headers.get('x-request-id')).toBe(
			'abc.1-2_3',
		);
		expect((await get('/api/nothing', { 'x-request-id': 'a b<c>' })).headers.get('x-request-id')).toMatch(
			/^[0-9a-f-]{36}$/,
		);
	});

	test('of the document is the document', async () => {
		const response = await get('/api/openapi.json');
		expect(await response.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: origin }] });
		expect((await get('/api/openapi.json', { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
	});
});
