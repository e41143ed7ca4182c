// The analyst's desk told as a story: the month just over waits until somebody says that its report was checked.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { emptyDeskOf } from '#app/empty-desk.ts';
import { waitingFor } from '#app/waiting.ts';
import { checkOf, checkReport } from '#engines/impact/server/index.ts';
import { type Role, roles } from '#foundations/spaces/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let analyst: Actor & { id: string };

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
});
beforeEach(async () => {
	installation.at('2026-10-05T10:00:00Z');
	space = await build.aSpace({ kind: 'commune', name: 'Commune du Haut Plateau' });
	analyst = await build.aPerson(['analyst'], space, { name: 'Amal Rguig' });
});

const waits = async (role: Role = 'analyst') =>
	(await waitingFor(analyst.id, new Map([[space, [role]]]), installation.clock(), 'fr')).items;
const check = (from: string, by: Actor = analyst) => build.act(checkReport, by, space, { from });

test('the month just over waits from the first day of the next, until it is checked; who did it and when stays', async () => {
	expect(await waits()).toEqual([]);
	installation.at('2026-11-02T09:00:00Z');
	expect(await waits()).toMatchObject([{ key: 'waiting.report', late: false }]);
	expect((await waits())[0]!.path).toContain('/report?from=2026-10-01&to=2026-10-31');
	installation.at('2026-11-14T09:00:00Z');
	expect((await waits())[0]?.late).toBe(true);
	expect(await check('2026-10-17')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
	expect(await waits()).toEqual([]);
	expect(await checkOf(installation.db, space, '2026-10-01')).toEqual({ by: 'Amal Rguig', at: installation.clock() });
	installation.at('2026-12-01T09:00:00Z');
	expect((await waits())[0]?.path).toContain('from=2026-11-01');
});

test('a month that is running is not checked, nor twice, nor by who only reads figures', async () => {
	installation.at('2026-11-14T09:00:00Z');
	expect((await refusalFrom(check('2026-11-01'))).code).toBe('report.month_running');
	expect((await refusalFrom(check('2026-10-01', await build.aPerson(['officer'], space)))).code).toBe('access.denied');
	await check('2026-10-01');
	await check('2026-10-01', await build.aPerson(['analyst'], space, { name: 'Somebody else' }));
	expect((await checkOf(installation.db, space, '2026-10-01'))?.by).toBe('Amal Rguig');
	expect(await waits('officer')).toEqual([]);
});

test('an empty desk has a line and a way for each role held, each role has one', async () => {
	const held = (await readSpace(installation.db, space))!;
	const lines = emptyDeskOf([
		{ space: held, roles: ['validator'] },
		{ space: { ...held, address: 'ailleurs' }, roles: ['analyst', 'validator'] },
	]);
	expect(lines.map(({ role, path }) => [role, path])).toEqual([
		['validator', `/desk/s/${held.address}/works`],
		['analyst', '/desk/s/ailleurs/report'],
	]);
	expect(emptyDeskOf([{ space: held, roles }])).toHaveLength(roles.length);
	expect(emptyDeskOf([])).toEqual([]);
});
