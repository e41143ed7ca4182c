// The desk told as stories: everything that waits is counted, one's own texts are found in every state, sessions end one by one.
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { restOf, totalOf, waitingFor } from '#app/waiting.ts';
import { endSession, listSessions, openSession } from '#foundations/accounts/server/index.ts';
import {
	draftWork,
	listVersions,
	proposeVersion,
	publishVersion,
	returnVersion,
} from '#modules/publishing/server/index.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let [author, editor]: Actor[] = [];

beforeEach(async () => {
	installation ??= await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ kind: 'medium' });
	author = await build.aPerson(['producer'], space);
	editor = await build.aPerson(['editor'], space);
});

const aDraft = (title: string) =>
	build.act(draftWork, author!, space, { locale: 'fr', title, summary: '', body: '<p>Le texte entier.</p>' });
const propose = async (title: string) => {
	const draft = await aDraft(title);
	await build.act(proposeVersion, author!, space, { versionId: draft.versionId });
	return draft;
};
const waits = (person: Actor, role: Role, in_ = space) =>
	waitingFor(person.id!, new Map([[in_, [role]]]), installation.clock(), 'fr');

test('sixty-three texts in review are sixty-three, and the list says how many more it holds', async () => {
	for (let number = 1; number <= 63; number++) await aDraft(`Texte ${number}`);
	await installation.db.updateTable('work_version').set({ state: 'proposed' }).where('space_id', '=', space).execute();
	const found = await waits(editor!, 'editor');
	expect(totalOf(found.counts)).toEqual({ count: 63, late: 0 });
	expect(found.items).toHaveLength(60);
	expect(restOf(found).map(({ kind, more }) => [kind, more])).toEqual([['version', 3]]);
});

test('a text that came back waits for its author, in its own space only', async () => {
	const { versionId } = await propose('Les canaux du village');
	await build.act(returnVersion, editor!, space, { versionId, reason: 'La date du chantier manque.' });
	expect(totalOf((await waits(author!, 'producer')).counts).count).toBe(1);
	expect(totalOf((await waits(author!, 'producer', await build.aSpace())).counts).count).toBe(0);
});

test('a producer finds own texts in every state, what came back first', async () => {
	const published = await propose('Le marché du jeudi');
	await build.act(publishVersion, editor!, space, { versionId: published.versionId });
	await propose('La fontaine rouverte');
	await aDraft('Le bus de nuit');
	const returned = await propose('Le stade éclairé');
	await build.act(returnVersion, editor!, space, { versionId: returned.versionId, reason: 'Qui a payé les lampes ?' });
	const states = ['draft', 'proposed', 'returned', 'accepted', 'scheduled', 'published', 'withdrawn'] as const;
	const mine = await listVersions(installation.db, space, author!, {
		states,
		limit: 9,
		author: { is: author!.id! },
		toDoFirst: true,
	});
	expect(mine.map((version) => version.state)).toEqual(['returned', 'draft', 'proposed', 'published']);
});

test('one session is ended and the others stay; nobody ends those of another', async () => {
	const cookie = await openSession(author!.id!, 'telephone');
	await openSession(author!.id!, 'library');
	await openSession(editor!.id!, 'office');
	const headers = new Headers({ cookie: cookie.split(';')[0]! });
	const of = async (person: Actor) => listSessions(installation.db, person.id!, new Date());
	const [library] = await of(author!);
	await endSession(headers, author!.id!, (await of(editor!))[0]!.id);
	expect(await of(editor!)).toHaveLength(1);
	await endSession(headers, author!.id!, library!.id);
	expect((await of(author!)).map(({ id }) => id)).not.toContain(library!.id);
	expect(await of(author!)).toHaveLength(1);
});
