// Every route × every role × own, other's, other space's and withdrawn things, asked for real.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { roles, type Role } from '#foundations/spaces/index.ts';
import { runCommand } from '#test/app.ts';
import { aWorld, signedInAs, type Cookies } from '#test/world.ts';
import { expected, type Entry, type World } from './access-table.ts';

const { url, dataDir } = inject('demo');
interface Route {
	id: string;
	methods: string[];
	actions: string[];
}

const { routes } = JSON.parse(runCommand(['routes', '--json'], {})) as { routes: Route[] };
let world: World;
let cookies: Cookies;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
	({ world, cookies, close } = await aWorld(url, dataDir));
});
afterAll(() => close?.());

const ask = (path: string, cookie: string | null, init: RequestInit = {}) =>
	fetch(url + path, {
		redirect: 'manual',
		...init,
		headers: { accept: 'text/html', ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) },
		signal: AbortSignal.timeout(20_000),
	});

async function statusOf(path: string, cookie: string | null, init: RequestInit = {}): Promise<number> {
	const answer = await ask(path, cookie, init);
	await answer.body?.cancel();
	return answer.status;
}

const post = (action: string | undefined): [string, RequestInit] => [
	action ? `?/${action}` : '',
	{
		method: 'POST',
		headers: { origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
		body: '',
	},
];

test('every route has an entry, and every entry a route', () => {
	expect(routes.map((route) => route.id).sort()).toEqual(Object.keys(expected).sort());
});

const audiences: readonly ('guest' | 'resident' | Role)[] = ['guest', 'resident', ...roles];
const allowed = (entry: Entry, audience: (typeof audiences)[number]): boolean => {
	if (entry.may === 'all') return true;
	if (entry.may === 'person') return audience !== 'guest';
	return (entry.may as readonly string[]).includes(audience);
};

describe.each(routes.filter((route) => expected[route.id]))('$id', (route) => {
	const entry = expected[route.id]!;
	const at = entry.at ?? 'medium';

	test('opens to those it is for, and to nobody else', async () => {
		const seen: Record<string, number> = {};
		const wanted: Record<string, number> = {};
		for (const audience of audiences) {
			const cookie = audience === 'guest' ? null : await signedInAs(cookies, audience, at);
			const may = allowed(entry, audience);
			if (entry.postOnly) {
				if (may) continue;
				const [suffix, init] = post(undefined);
				seen[audience] = await statusOf(entry.path(world) + suffix, cookie, init);
				wanted[audience] = audience === 'guest' ? 401 : 403;
				continue;
			}
			seen[audience] = await statusOf(entry.path(world), cookie);
			wanted[audience] = may ? (entry.answer ?? 200) : route.id === '/setup' || audience !== 'guest' ? 403 : 303;
		}
		expect(seen).toEqual(wanted);
	});

	if (route.actions.length > 0 && entry.may !== 'all')
		test('takes no act from those it is not for', async () => {
			for (const action of route.actions)
				for (const audience of audiences) {
					if (allowed(entry, audience)) continue;
					const cookie = audience === 'guest' ? null : await signedInAs(cookies, audience, at);
					const [suffix, init] = post(action === 'default' ? undefined : action);
					expect([action, audience, await statusOf(entry.path(world) + suffix, cookie, init)]).toEqual([
						action,
						audience,
						audience === 'guest' && route.id !== '/setup' ? 401 : 403,
					]);
				}
		});

	if (Array.isArray(entry.may) && at !== 'root')
		test('is closed to the same roles held in another space', async () => {
			for (const role of entry.may as readonly Role[]) {
				const [suffix, init] = entry.postOnly ? post(undefined) : ['', {}];
				expect([
					role,
					await statusOf(entry.path(world) + suffix, await signedInAs(cookies, role, 'elsewhere'), init),
				]).toEqual([role, 403]);
			}
		});
});

describe('things', () => {
	test('that were withdrawn are gone for readers: a work says so, a proposal and a contribution are not found', async () => {
		expect(await statusOf(`/fr/s/${world.medium}/w/${world.withdrawnSlug}`, null)).toBe(410);
		expect(await statusOf(`/fr/s/${world.commune}/p/${world.process}/${world.withdrawnNumber}`, null)).toBe(404);
		expect(await statusOf(`/fr/c/${world.withdrawnContribution}`, null)).toBe(404);
	});

	test('of somebody else: a producer does not see another producer’s draft, an editor does', async () => {
		const path = `/fr/desk/s/${world.medium}/works/${world.otherDraft}`;
		expect(await statusOf(path, await signedInAs(cookies, 'producer', 'medium'))).toBe(404);
		expect(await statusOf(path, await signedInAs(cookies, 'editor', 'medium'))).toBe(200);
	});

	test('of one space are not found under another’s address', async () => {
		const coordinator = await signedInAs(cookies, 'coordinator', 'root');
		expect(await statusOf(`/fr/desk/s/${world.commune}/works/${world.work}`, coordinator)).toBe(404);
		expect(await statusOf(`/fr/desk/s/${world.commune}/moderation/${world.caseId}`, coordinator)).toBe(404);
		expect(await statusOf(`/fr/desk/s/${world.medium}/proposals/${world.proposal}`, coordinator)).toBe(404);
		expect(await statusOf(`/fr/desk/s/${world.medium}/commitments/${world.commitment}`, coordinator)).toBe(404);
	});

	test('that do not exist answer a helpful page in the right language', async () => {
		for (const [path, words] of [
			['/ar/nowhere', 'الصفحة'],
			['/fr/s/nowhere', 'introuvable'],
			['/es/c/nothing', 'ágina'],
		] as const) {
			const answer = await ask(path, null);
			expect(answer.status).toBe(404);
			expect(await answer.text()).toContain(words);
		}
	});

	test('at the coordinator’s desk flow down from the root; an editor’s role does not', async () => {
		expect(await statusOf(`/fr/desk/s/${world.medium}/works`, await signedInAs(cookies, 'coordinator', 'root'))).toBe(
			200,
		);
		expect(await statusOf(`/fr/desk/s/${world.medium}/works`, await signedInAs(cookies, 'editor', 'root'))).toBe(403);
	});
});
