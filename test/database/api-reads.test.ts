// What the pages show to everybody, the API tells: rules, a process, places, late answers and what a search finds.
import { beforeAll, expect, test } from 'vitest';
import { answerApi } from '#app/api.ts';
import { catchUp } from '#app/followers.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { answerProposal, reportProgress } from '#modules/participation/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
const origin = 'http://127.0.0.1:3000';
const get = (path: string) => answerApi(new Request(origin + path), '10.0.0.0');

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ address: 'radio-essai' });
	await build.aWork(space, { title: 'Le barrage' });
});

test('gives the text of a work as its page shows it', async () => {
	const { workId } = await build.aWork(space, {
		title: 'Le canal rouvert',
		body: '<p>Voir <a href="https://example.org/plan">le plan</a>.</p><img src="https://example.org/canal.jpg" alt="Le canal">',
	});
	const { versions } = (await (await get(`/api/v1/spaces/${space}/works/${workId}`)).json()) as {
		versions: { html: string }[];
	};
	expect(versions[0]?.html).toBe(
		'<p>Voir <a href="https://example.org/plan" rel="noopener">le plan</a>.</p><a href="https://example.org/canal.jpg" rel="noopener"><span dir="auto">Le canal</span></a>',
	);
});

test('lists promises by status, those that are late, and page by page', async () => {
	const commune = await build.aSpace({ kind: 'commune' });
	const officer = await build.aPerson(['officer'], commune);
	const processId = await build.aProcess(commune);
	const promise = async (dueOn: string, status?: string) => {
		const { id } = await build.aProposal(commune, { processId });
		const { commitmentId } = await build.act(answerProposal, officer, commune, {
			proposalId: id,
			outcome: 'accepted',
			reasons: { fr: 'La commune s’y engage par ce plan.' },
			owners: { fr: 'Voirie' },
			dueOn,
		});
		if (status)
			await build.act(reportProgress, officer, commune, { commitmentId, status, notes: { fr: 'Un point d’étape.' } });
		return commitmentId;
	};
	const [late, kept, open] = [
		await promise('2026-10-20'),
		await promise('2026-10-21', 'done'),
		await promise('2026-12-01', 'under_way'),
	];
	installation.at('2026-10-25T10:00:00Z');
	const list = async (question: string) => {
		const path = `/api/v1/spaces/${commune}/commitments?${question}`;
		return (await (await get(path)).json()) as { items: { id: string; lateDays: number }[]; next: string | null };
	};
	const ids = async (question: string) => (await list(question)).items.map(({ id }) => id);
	expect(await ids('')).toEqual([late, kept, open]);
	expect(await ids('status=done')).toEqual([kept]);
	expect(await ids('status=under_way')).toEqual([open]);
	expect((await list('late=true')).items).toMatchObject([{ id: late, lateDays: 5 }]);
	const first = await list('limit=2');
	expect(first.items.map(({ id }) => id)).toEqual([late, kept]);
	expect(await ids(`limit=2&cursor=${first.next}`)).toEqual([open]);
	expect((await get(`/api/v1/spaces/${commune}/commitments?status=kept`)).status).toBe(422);
});

test('tells the rules, a process, places and what a search finds, as the pages do', async () => {
	const items = async (path: string) =>
		((await (await get(path)).json()) as { items: Record<string, unknown>[] }).items;
	const commune = await build.aSpace({ kind: 'commune' });
	const processId = await build.aProcess(commune);
	const [known] = await items(`/api/v1/spaces/${commune}/processes`);
	const one = await get(`/api/v1/spaces/${commune}/processes/${String(known!['address'])}`);
	expect(await one.json()).toMatchObject({ id: processId });
	expect((await get(`/api/v1/spaces/${commune}/processes/aucun-de-ce-nom`)).status).toBe(404);
	expect(await (await get(`/api/v1/spaces/${commune}/late-answers`)).json()).toEqual({ items: [], total: 0 });
	expect((await get('/api/v1/territories')).status).toBe(422);
	expect(await items('/api/v1/territories?q=nulle-part-du-tout')).toEqual([]);
	expect(Array.isArray(await items(`/api/v1/spaces/${space}/rules`))).toBe(true);
	await installation.settle();
	const found = await items(`/api/v1/spaces/${space}/search?q=barrage`);
	expect(found).toMatchObject([{ kind: 'work', title: 'Le barrage', url: `${origin}/fr/s/radio-essai/w/le-barrage` }]);
});

test('a process put back among the drafts takes its proposals out of lists, search and talk', async () => {
	const commune = await build.aSpace({ kind: 'commune' });
	const processId = await build.aProcess(commune);
	const { id } = await build.aProposal(commune, { processId, title: 'Un kiosque à musique sous les mûriers' });
	await catchUp(installation);
	const found = async (question: string) =>
		((await (await get(`/api/v1/spaces/${commune}/${question}`)).json()) as { items: unknown[] }).items.length;
	const read = async () => [
		await found('proposals'),
		await found('search?q=kiosque'),
		(await get(`/api/v1/spaces/${commune}/proposals/${id}`)).status,
	];
	expect(await read()).toEqual([1, 1, 200]);
	await installation.db.updateTable('process').set({ state: 'draft' }).where('id', '=', processId).execute();
	expect(await read()).toEqual([0, 0, 404]);
	const said = build.act(contribute, await build.aPerson(), commune, {
		subjectId: id,
		locale: 'fr',
		text: 'Qui accordera le piano ?',
	});
	expect((await refusalFrom(said)).code).toBe('subject.not_found');
});
