// What the pages show to everybody, the API tells: rules, a process, places, late answers and what a search finds.
import { beforeAll, expect, test } from 'vitest';
import { answerApi } from '#app/api.ts';
import { builders } from '#test/build.ts';
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
