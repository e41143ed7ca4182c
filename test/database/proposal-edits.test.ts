// A proposal can be corrected for ten minutes, and its author sees by the private link what becomes of it.
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { receiptOf } from '#foundations/accounts/server/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { addWatchedWords } from '#engines/moderation/server/index.ts';
import { answerProposal, editProposal, showProposal, supportProposal } from '#modules/participation/server/index.ts';
import { showOwnText } from '#app/own-text.ts';
import { fillLocals } from '#app/request.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let commune: string;
let id: string;
let receipt: string;
let guest: Actor;

const words = {
	title: 'Éclairer le chemin de l’école',
	text: 'Les enfants rentrent à la nuit tombée par un sentier sans lampe.',
	place: 'Douar',
};
const edit = (given: object = {}, actor = guest) => build.act(editProposal, actor, commune, { id, ...words, ...given });
const shown = async (actor: Actor = anonymous) => {
	const space = (await readSpaceTree(installation.db)).byId.get(commune)!;
	return showProposal(installation.db, space, actor, { id }, installation.clock());
};

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	installation.at('2026-11-02T09:00:00Z');
	commune = await build.aSpace({ kind: 'commune' });
	await installation.db
		.transaction()
		.execute((tx) => addWatchedWords(tx, commune, [{ pattern: 'hmar', match: 'skeleton' }]));
	const made = await build.aProposal(commune);
	({ id } = made);
	receipt = made.receipt!;
	guest = { kind: 'guest', id: (await receiptOf(installation.db, receipt))!.guestId, roles: [] };
});

describe('a proposal', () => {
	test('is corrected by its author for ten minutes, and says so', async () => {
		installation.at('2026-11-02T09:09:00Z');
		expect((await shown())?.editedAt).toBeNull();
		expect(await edit()).toEqual({ held: false });
		expect(await shown()).toMatchObject({ ...words, state: 'published', editedAt: new Date('2026-11-02T09:09:00Z') });
		const own = await showOwnText({ kind: 'proposal', id }, 'fr', installation.clock());
		expect(own).toMatchObject({ minutes: 1, title: words.title });
	});

	test('is corrected by nobody else, and not with less than a proposal needs', async () => {
		expect(await refusalFrom(edit({}, await build.aPerson(['admin'], commune)))).toMatchObject({
			code: 'access.denied',
		});
		expect(await refusalFrom(edit({ text: 'court' }))).toMatchObject({ field: 'text' });
	});

	test('passes the gate again: new words can be held', async () => {
		expect(await edit({ text: 'Les enfants rentrent de nuit, et ce hmar de voisin ne veut pas de lampe.' })).toEqual({
			held: true,
		});
		expect(await shown()).toBeNull();
		expect((await shown(guest))?.state).toBe('held');
		await installation.db.updateTable('proposal').set({ state: 'published' }).where('id', '=', id).execute();
	});

	test('stays as it is after ten minutes', async () => {
		installation.at('2026-11-02T09:10:01Z');
		expect(await refusalFrom(edit())).toMatchObject({ code: 'proposal.edit_time_over', params: { minutes: 10 } });
		expect((await showOwnText({ kind: 'proposal', id }, 'fr', installation.clock()))?.minutes).toBe(0);
	});

	test('shows its author by the private link how far it has come, in the dress of its space', async () => {
		await build.act(supportProposal, await build.aPerson(), commune, { proposalId: id });
		await build.act(answerProposal, await build.aPerson(['officer'], commune), commune, {
			proposalId: id,
			outcome: 'accepted',
			reasons: { fr: 'Six lampes seront posées avant le printemps.' },
			owners: { fr: 'Service technique' },
			dueOn: '2027-01-31',
		});
		const own = await showOwnText({ kind: 'proposal', id }, 'fr', installation.clock());
		expect(own?.proposal).toMatchObject({
			view: {
				supports: 1,
				contributions: 0,
				answer: { outcome: 'accepted' },
				commitment: { dueOn: '2027-01-31' },
				awaited: { code: 'bridge.committed' },
			},
		});
		const event = {
			url: new URL(`http://127.0.0.1:3000/fr/r/${receipt}`),
			params: { token: receipt },
			route: { id: '/[locale=locale]/r/[token]' },
			request: new Request('http://127.0.0.1:3000/'),
			cookies: { get: () => undefined },
			locals: {} as App.Locals,
		};
		await fillLocals(event as unknown as Parameters<typeof fillLocals>[0]);
		expect(event.locals.space?.id).toBe(commune);
	});
});
