// The community manager's list told as a story: what the public said waits until somebody of the staff answers it.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { totalOf, waitingFor } from '#app/waiting.ts';
import { contribute, listContributions, setContributionAside } from '#engines/conversation/server/index.ts';
import { publishVersion, withdrawVersion } from '#modules/publishing/server/index.ts';
import { linesOf } from '#engines/conversation/thread.ts';
import { builders, refusalFrom, sentence } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let work: string;
let manager: Actor & { id: string };
let resident: Actor;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
});
beforeEach(async () => {
	installation.at('2026-10-15T10:00:00Z');
	space = await build.aSpace({ kind: 'medium', name: 'Radio du col' });
	manager = await build.aPerson(['community_manager'], space);
	resident = await build.aPerson();
	({ workId: work } = await build.aWork(space));
});

const say = async (actor: Actor, more: object = {}, text = sentence()) =>
	(await build.act(contribute, actor, space, { subjectId: work, locale: 'fr', text, ...more })).id;
const waits = (person: Actor & { id: string } = manager) =>
	waitingFor(person.id, new Map([[space, ['community_manager']]]), installation.clock(), 'fr');
const titles = async () => (await waits()).items.map((item) => item.path.split('#c-')[1]);

test('what the public said waits, oldest first, until the space answers it, under its own name', async () => {
	const first = await say(resident);
	installation.at('2026-10-15T11:00:00Z');
	const second = await say({ kind: 'guest', id: null, roles: [] });
	expect(await titles()).toEqual([first, second]);
	await say(manager, { parentId: first, asSpace: true });
	expect(await titles()).toEqual([second]);
	const view = (await listContributions(installation.db, work, { sort: 'oldest', limit: 9 }))!;
	expect(linesOf(view.items).map(({ item }) => item.asSpace)).toEqual([false, true, false]);
});

test('a reply of any member of the staff counts, one of another resident does not', async () => {
	const asked = await say(resident);
	await say(await build.aPerson(), { parentId: asked });
	expect(await titles()).toEqual([asked]);
	await say(await build.aPerson(['editor'], space), { parentId: asked });
	expect(await titles()).toEqual([]);
});

test('talk among residents does not wait; a question does, and an answer to the staff', async () => {
	const said = await say(manager);
	const answer = await say(resident, { parentId: said });
	const aside = await say(await build.aPerson(), { parentId: answer }, 'Je passe mon tour, la nuit porte conseil.');
	installation.at('2026-10-15T10:05:00Z');
	const question = await say(resident, { parentId: aside }, 'Et qui garde la clé du four à pain ?');
	expect(await titles()).toEqual([answer, question]);
});

test('what is set aside stays public and waits no more, once however often it is said', async () => {
	const thanks = await say(resident);
	for (const _time of [1, 2]) await build.act(setContributionAside, manager, space, { contributionId: thanks });
	expect(totalOf((await waits()).counts).count).toBe(0);
	const facts = await installation.db
		.selectFrom('activity')
		.select('id')
		.where('subject', '=', thanks)
		.where('type', 'like', '%set_aside')
		.execute();
	expect(facts).toHaveLength(1);
	expect((await listContributions(installation.db, work, { sort: 'oldest', limit: 9 }))!.published).toBe(1);
});

test('nothing waits from another space, from more than a month ago, or for another role', async () => {
	await say(resident);
	const other = await build.aPerson(['community_manager'], await build.aSpace());
	expect(
		(await waitingFor(other.id, new Map([[await build.aSpace(), ['community_manager']]]), installation.clock(), 'fr'))
			.items,
	).toEqual([]);
	expect((await waitingFor(manager.id, new Map([[space, ['producer']]]), installation.clock(), 'fr')).items).toEqual(
		[],
	);
	installation.at('2026-10-18T10:00:00Z');
	expect(totalOf((await waits()).counts)).toEqual({ count: 1, late: 1 });
	installation.at('2026-11-20T10:00:00Z');
	expect((await waits()).items).toEqual([]);
});

test('nothing waits under a text that is withdrawn, where nobody could answer, and again once it is back', async () => {
	const { workId, versionId } = await build.aWork(space);
	const asked = await say(resident, { subjectId: workId }, 'Quand rouvre le gué des lavandières ?');
	expect(await titles()).toEqual([asked]);
	const editor = await build.aPerson(['editor'], space);
	await build.act(withdrawVersion, editor, space, { versionId });
	expect(await waits()).toMatchObject({ items: [], counts: [] });
	await build.act(publishVersion, editor, space, { versionId });
	expect(await titles()).toEqual([asked]);
});

test('what waits is named by its beginning, on one line, in whole characters', async () => {
	await say(resident, {}, `Ouf\n${'🌊'.repeat(150)} ?`);
	const [item] = (await waits()).items;
	expect(item!.title).toBe(`Ouf ${'🌊'.repeat(115)}…`);
});

test('only whose part it is speaks in the name of the space', async () => {
	for (const person of [resident, await build.aPerson(['moderator'], space)]) {
		expect((await refusalFrom(say(person, { asSpace: true }))).code).toBe('access.denied');
		const asked = await say(resident);
		expect((await refusalFrom(build.act(setContributionAside, person, space, { contributionId: asked }))).code).toBe(
			'access.denied',
		);
	}
});
