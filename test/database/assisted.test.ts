// A facilitator enters a proposal for somebody without network: it is theirs, says how it came, and waits while the phase runs.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { waitingFor } from '#app/waiting.ts';
import { receiptOf } from '#foundations/accounts/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { listProposals, submitProposal, withdrawProposal } from '#modules/participation/server/index.ts';
import type { Locale } from '#platform/i18n/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let commune: string;
let process: string;
let facilitator: Actor & { id: string };

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
});
beforeEach(async () => {
	installation.at('2026-10-15T10:00:00Z');
	commune = await build.aSpace({ kind: 'commune', guests: false });
	process = await build.aProcess(commune);
	facilitator = await build.aPerson(['facilitator'], commune);
});

const spoken = {
	title: 'Un abri à l’arrêt du car',
	text: 'On attend debout sous la pluie avec les enfants, un toit de tôle suffirait.',
	locale: 'fr',
};
const enter = (actor: Actor, more: object = {}) =>
	build.act(submitProposal, actor, commune, { processId: process, ...spoken, assisted: true, agreed: true, ...more });
const waits = (locale: Locale = 'fr') =>
	waitingFor(facilitator.id, new Map([[commune, ['facilitator']]]), installation.clock(), locale);

test('what a person says is entered as theirs, labelled, with a private link for them, also where guests do not propose', async () => {
	const { id, number, receipt } = await enter(facilitator, { name: 'Lalla Mamma' });
	const [view] = await listProposals(
		installation.db,
		(await readSpace(installation.db, commune))!,
		{ kind: 'guest', id: null, roles: [] },
		{ limit: 5 },
		installation.clock(),
	);
	expect(view).toMatchObject({ id, number, assisted: true, authorKind: 'guest', authorName: 'Lalla Mamma' });
	const { guestId } = (await receiptOf(installation.db, receipt!))!;
	await build.act(withdrawProposal, { kind: 'guest', id: guestId, roles: [] }, commune, { id: id });
	const fact = await installation.db
		.selectFrom('activity')
		.select(['actor_id', 'data'])
		.where('subject', '=', id)
		.where('type', '=', 'participation.proposal.submitted')
		.executeTakeFirstOrThrow();
	expect(fact).toMatchObject({ actor_id: facilitator.id, data: { assisted: true, authorKind: 'guest' } });
});

test('a proposal made by oneself is not said to be assisted', async () => {
	const resident = await build.aPerson();
	const { id } = await build.act(submitProposal, resident, commune, { processId: process, ...spoken });
	const row = await installation.db.selectFrom('proposal').select('assisted').where('id', '=', id).executeTakeFirst();
	expect(row).toEqual({ assisted: false });
});

test('nobody is spoken for without having agreed, by who is no facilitator, or after the phase', async () => {
	const unheard = await refusalFrom(enter(facilitator, { agreed: false }));
	expect([unheard.code, unheard.field]).toEqual(['assisted.not_agreed', 'agreed']);
	// What is missing besides is said at the same time.
	const bare = await refusalFrom(enter(facilitator, { agreed: false, title: '', text: '' }));
	expect([bare, ...(bare.others ?? [])].map(({ field }) => field).sort()).toEqual(['agreed', 'text', 'title']);
	for (const person of [await build.aPerson(), await build.aPerson(['officer'], commune)])
		expect((await refusalFrom(enter(person))).code).toBe('access.denied');
	installation.at('2027-10-15T10:00:00Z');
	expect((await refusalFrom(enter(facilitator))).code).toBe('phase.closed');
});

test('an open phase waits under the title in the reader’s language, else in the first of the space, and says which', async () => {
	const arabic = { process_id: process, locale: 'ar', title: 'برنامج عمل الجماعة', description: '' };
	await installation.db.insertInto('process_text').values(arabic).execute();
	await installation.db
		.updateTable('space')
		.set({ languages: ['fr', 'ar'] })
		.where('id', '=', commune)
		.execute();
	const shown = async (locale: Locale) => {
		const [item] = (await waits(locale)).items;
		return [item!.title, item!.locale];
	};
	expect(await shown('ar')).toEqual(['برنامج عمل الجماعة', 'ar']);
	expect(await shown('es')).toEqual(['Programme d’action', 'fr']);
});

test('an open phase waits for its facilitator with its end, and no longer than that', async () => {
	const [item] = (await waits()).items;
	expect(item).toMatchObject({ key: 'waiting.process_open', late: false, spaceId: commune });
	expect(item!.until! > installation.clock()).toBe(true);
	installation.at(new Date(item!.until!.getTime() - 86_400_000));
	expect((await waits()).items[0]).toMatchObject({ late: true });
	installation.at(new Date(item!.until!.getTime() + 1_000));
	expect((await waits()).items).toEqual([]);
});
