// Moderation told as stories: what is undone stands as before, what comes back keeps its place, what goes leaves the queue.
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { showOwnText } from '#app/own-text.ts';
import { waitingFor } from '#app/waiting.ts';
import { erasePerson, receiptOf } from '#foundations/accounts/server/index.ts';
import {
	contribute,
	countContributions,
	editContribution,
	listContributions,
	withdrawContribution,
} from '#engines/conversation/server/index.ts';
import { rebuildCounters } from '#engines/impact/server/index.ts';
import {
	addWatchedWords,
	appealDecision,
	countCases,
	decideCase,
	flagSubject,
	listCases,
	listClosed,
	listDecisions,
	nextCase,
	undoDecision,
} from '#engines/moderation/server/index.ts';
import { supportProposal, withdrawProposal } from '#modules/participation/server/index.ts';
import { withdrawVersion } from '#modules/publishing/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let work: string;
let [moderator, second]: Actor[] = [];
let rule: string;

beforeEach(async () => {
	installation ??= await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ kind: 'commune' });
	({ workId: work } = await build.aWork(space));
	moderator = await build.aPerson(['moderator'], space);
	second = await build.aPerson(['moderator'], space);
	rule = await build.aRule(space, moderator);
	await installation.db
		.transaction()
		.execute((tx) => addWatchedWords(tx, space, [{ pattern: 'hmar', match: 'skeleton' }]));
});

const say = (text: string, author: Actor = anonymous, parentId?: string) =>
	build.act(contribute, author, space, { subjectId: work, locale: 'fr', text, parentId });
const flag = (id: string, kind = 'contribution') =>
	build.act(flagSubject, anonymous, space, { kind, id, reason: 'insult', device: 'telephone' });
const queue = () => listCases(installation.db, space, { limit: 100, locale: 'fr' });
const openCase = async (id: string) => (await queue()).find((open) => open.subjectId === id)!;
const decide = async (id: string, outcome: 'publish' | 'refuse', by = moderator!) =>
	build.act(decideCase, by, space, {
		caseId: (await openCase(id)).id,
		outcome,
		...(outcome === 'refuse' ? { ruleId: rule, sentence: 'Une insulte, règle 1 du quartier.' } : {}),
	});
const undo = ({ decisionId }: { decisionId: string }, by = moderator!) =>
	build.act(undoDecision, by, space, { decisionId });
const stateOf = async (id: string) =>
	(await installation.db.selectFrom('contribution').select('state').where('id', '=', id).executeTakeFirstOrThrow())
		.state;
const asGuest = async (receipt: string | null): Promise<Actor> => ({
	kind: 'guest',
	id: (await receiptOf(installation.db, receipt!))!.guestId,
	roles: [],
});
/** What the holder of a private link reads on its page. */
const privatePage = async (receipt: string | null) => {
	const { subjectKind, subjectId } = (await receiptOf(installation.db, receipt!))!;
	return (await showOwnText({ kind: subjectKind, id: subjectId }, 'fr', installation.clock()))!;
};
const shown = async () => (await listContributions(installation.db, work, { sort: 'oldest', limit: 100 }))!;
const later = (minutes: number) => installation.at(new Date(installation.clock().getTime() + minutes * 60_000));

describe('a decision taken back leaves the text as it stood before', () => {
	test('one that was public and flagged, then hidden, is public again and counted', async () => {
		const said = await say('Les trottoirs de la gare restent impraticables en fauteuil.');
		await flag(said.id);
		const decision = await decide(said.id, 'refuse');
		expect(await stateOf(said.id)).toBe('refused');
		expect((await shown()).published).toBe(0);
		await undo(decision);
		expect((await shown()).items.map((item) => item.id)).toEqual([said.id]);
		expect((await countContributions(installation.db, [work])).get(work)).toBe(1);
		expect(await openCase(said.id)).toMatchObject({ source: 'flag', state: 'open' });
	});

	test('one that was held is held again, whatever was decided, and its author reads that it waits', async () => {
		for (const [outcome, text] of [
			['refuse', 'Ce hmar de directeur a perdu nos dossiers.'],
			['publish', 'Mon voisin élève un hmar et deux chèvres.'],
		] as const) {
			const said = await say(text);
			await undo(await decide(said.id, outcome));
			expect(await stateOf(said.id)).toBe('held');
			expect((await privatePage(said.receipt)).state).toBe('held');
		}
		expect((await shown()).items).toEqual([]);
	});

	test('one that was refused and came back by an appeal is refused again', async () => {
		const said = await say('Quel hmar a dessiné ce rond-point ?');
		const { decisionId } = await decide(said.id, 'refuse');
		await build.act(appealDecision, await asGuest(said.receipt), space, { decisionId, text: 'Je parlais du plan.' });
		await undo(await decide(said.id, 'publish', second), second);
		expect(await stateOf(said.id)).toBe('refused');
		expect(await openCase(said.id)).toMatchObject({ source: 'appeal', notBy: moderator!.id });
	});
});

test('an appeal waits for the others, and no longer for who decided first', async () => {
	const said = await say('Ce hmar de chauffeur ne s’arrête jamais au marché.');
	const { decisionId } = await decide(said.id, 'refuse');
	const waits = async (person: Actor) => {
		const { items, counts } = await waitingFor(
			person.id!,
			new Map([[space, ['moderator']]]),
			installation.clock(),
			'fr',
		);
		return [items.length, counts.reduce((sum, { count }) => sum + count, 0)];
	};
	expect([await waits(moderator!), await waits(second!)]).toEqual([
		[0, 0],
		[0, 0],
	]);
	await build.act(appealDecision, await asGuest(said.receipt), space, { decisionId, text: 'Je parlais du bus.' });
	expect([await waits(moderator!), await waits(second!)]).toEqual([
		[0, 0],
		[1, 1],
	]);
});

test('a reply published again is told to the person answered once', async () => {
	const asker = await build.aPerson();
	const question = await say('À quelle heure passe la collecte du verre ?', asker);
	const reply = await say('Demande donc au hmar de la mairie, mardi matin.', anonymous, question.id);
	const told = async () => {
		await installation.settle();
		return installation.db
			.selectFrom('notice')
			.select('subject_id')
			.where('person_id', '=', asker.id)
			.where('key', '=', 'notice.reply')
			.execute();
	};
	await undo(await decide(reply.id, 'publish'));
	await decide(reply.id, 'publish');
	await flag(reply.id);
	await undo(await decide(reply.id, 'refuse'));
	expect(await told()).toEqual([{ subject_id: reply.id }]);
	const other = await say('Le camion vient aussi le samedi après-midi.', anonymous, question.id);
	expect(await told()).toContainEqual({ subject_id: other.id });
});

test('words changed while a moderator reads are not decided unread', async () => {
	const said = await say('Ce hmar de facteur jette le courrier au fossé.');
	const { id: caseId, seen } = await openCase(said.id);
	const author = await asGuest(said.receipt);
	await build.act(editContribution, author, space, { id: said.id, text: 'Ce hmar mériterait la même chose au fossé.' });
	const publish = (read: string) =>
		build.act(decideCase, moderator!, space, { caseId, outcome: 'publish', seen: read });
	expect((await refusalFrom(publish(seen))).code).toBe('decision.stale');
	expect(await stateOf(said.id)).toBe('held');
	await publish((await openCase(said.id)).seen);
	expect(await stateOf(said.id)).toBe('published');
});

test('what comes back keeps its age, and says that it came back', async () => {
	const first = await say('Le hmar du marché bloque la rue chaque jeudi.');
	later(30);
	const between = await say('Une fanfare avec un hmar décoré traversera la place.');
	later(30);
	const decision = await decide(first.id, 'refuse');
	await undo(decision);
	expect((await queue()).map((open) => [open.subjectId, open.reopenedAt !== null])).toEqual([
		[first.id, true],
		[between.id, false],
	]);
	const { decisionId } = await decide(first.id, 'refuse');
	later(90);
	await build.act(appealDecision, await asGuest(first.receipt), space, { decisionId, text: 'C’est un vrai âne !' });
	const [appealed, waiting] = await queue();
	expect(appealed).toMatchObject({ subjectId: first.id, source: 'appeal', openedAt: installation.clock() });
	expect(appealed!.since.getTime()).toBe(installation.clock().getTime() - 150 * 60_000);
	// The desk leads from one to the next in the same order, and round again.
	const [back, next] = [appealed!.id, waiting!.id];
	const [own, other] = [moderator!.id!, second!.id!];
	expect(await nextCase(installation.db, space, back, other)).toBe(next);
	expect(await nextCase(installation.db, space, next, other)).toBe(back);
	// Who decided first is neither counted nor led to the appeal against it.
	expect(await nextCase(installation.db, space, next, own)).toBe(next);
	expect(await countCases(installation.db, space, other)).toEqual({ screening: 1, appeal: 1 });
	expect(await countCases(installation.db, space, own)).toEqual({ screening: 1 });
});

test('a guest whose words stood under a work that is withdrawn reads that nobody sees them now', async () => {
	const said = await say('La fontaine de la place coule de nouveau, merci.');
	expect(await privatePage(said.receipt)).toMatchObject({ state: 'published', path: expect.any(String) as string });
	const editor = await build.aPerson(['editor'], space);
	const { id: versionId } = await installation.db
		.selectFrom('work_version')
		.select('id')
		.where('work_id', '=', work)
		.executeTakeFirstOrThrow();
	await build.act(withdrawVersion, editor, space, { versionId });
	expect(await privatePage(said.receipt)).toMatchObject({ state: 'gone', path: null });
});

test('a guest reads on the private link why a text was refused, appeals, and sees what a second moderator reinstates', async () => {
	const said = await say('On m’a traité de hmar au guichet, je le raconte ici.');
	expect((await privatePage(said.receipt)).state).toBe('held');
	await decide(said.id, 'refuse');
	const refused = await privatePage(said.receipt);
	expect(refused).toMatchObject({
		state: 'refused',
		path: null,
		refusal: { rule: { number: 1, title: 'Respect' }, sentence: 'Une insulte, règle 1 du quartier.', appeal: null },
	});
	const guest = await asGuest(said.receipt);
	const { decisionId } = refused.refusal!;
	await build.act(appealDecision, guest, space, { decisionId, text: 'C’est moi que l’on a insulté.' });
	expect((await privatePage(said.receipt)).refusal?.appeal?.text).toBe('C’est moi que l’on a insulté.');
	expect((await refusalFrom(decide(said.id, 'publish'))).code).toBe('decision.same_person');
	await decide(said.id, 'publish', second);
	expect(await privatePage(said.receipt)).toMatchObject({ state: 'published', refusal: null });
	expect((await privatePage(said.receipt)).path).toContain(said.id);
	expect((await shown()).items.map((item) => item.id)).toEqual([said.id]);
	await installation.settle();
	expect(await countCases(installation.db, space, second!.id!)).toEqual({});
});

describe('a text that goes takes its case out of the queue for good', () => {
	const closedFacts = async () => {
		await installation.settle();
		return installation.db
			.selectFrom('activity')
			.select('data')
			.where('space_id', '=', space)
			.where('type', '=', 'moderation.case.closed')
			.execute();
	};

	test('when its author withdraws it, with what was written by and to them', async () => {
		const said = await say('Un hmar pareil mérite une médaille, disait ma tante Zohra.');
		const { decisionId } = await decide(said.id, 'refuse');
		const guest = await asGuest(said.receipt);
		await build.act(appealDecision, guest, space, { decisionId, text: 'Ma tante Zohra plaisantait.' });
		const open = await openCase(said.id);
		await build.act(withdrawContribution, guest, space, { id: said.id });
		expect(await queue()).toEqual([]);
		expect(await countCases(installation.db, space, second!.id!)).toEqual({});
		expect(await listClosed(installation.db, space, 9)).toEqual([
			{ id: open.id, source: 'appeal', at: installation.clock(), because: 'withdrawn' },
		]);
		// The decision stays in the history: outcome and rule, without the words.
		expect(await listDecisions(installation.db, space, 9, 'fr')).toMatchObject([
			{ outcome: 'refuse', ruleNumber: 1, sentence: '' },
		]);
		expect(await closedFacts()).toEqual([
			{ data: { subjectKind: 'contribution', subjectId: said.id, because: 'withdrawn' } },
		]);
		expect(
			JSON.stringify(
				await installation.db.selectFrom('appeal').selectAll().where('decision_id', '=', decisionId).execute(),
			),
		).not.toContain('Zohra');
		const late = build.act(decideCase, second!, space, { caseId: open.id, outcome: 'publish' });
		expect((await refusalFrom(late)).code).toBe('case.closed');
		expect((await refusalFrom(undo({ decisionId }))).code).toBe('case.closed');
		expect(await stateOf(said.id)).toBe('withdrawn');
	});

	test('and a refusal of it can no longer be appealed', async () => {
		const said = await say('Vieux hmar grincheux, va donc te reposer.');
		const { decisionId } = await decide(said.id, 'refuse');
		const guest = await asGuest(said.receipt);
		await build.act(withdrawContribution, guest, space, { id: said.id });
		const appeal = build.act(appealDecision, guest, space, { decisionId, text: 'Regardez-la quand même.' });
		expect((await refusalFrom(appeal)).code).toBe('appeal.gone');
		expect(await queue()).toEqual([]);
	});

	test('when its author is forgotten while the case is open; the figures are those of a fresh count', async () => {
		const email = `oubli-${space}@example.org`;
		const author = await build.aPerson([], undefined, { email });
		const held = await say('Le hmar du syndic encaisse et ne répare rien.', author);
		const public_ = await say('La fontaine du jardin coule de nouveau depuis hier.', author);
		await flag(public_.id);
		expect(await countCases(installation.db, space, second!.id!)).toEqual({ screening: 1, flag: 1 });
		const open = await openCase(held.id);
		await build.act(erasePerson, author, null, { confirmation: email });
		expect(await queue()).toEqual([]);
		expect(await countCases(installation.db, space, second!.id!)).toEqual({});
		expect(await nextCase(installation.db, space, open.id, second!.id!)).toBeNull();
		expect((await listClosed(installation.db, space, 9)).map((closed) => closed.because)).toEqual(['erased', 'erased']);
		expect(await closedFacts()).toHaveLength(2);
		const late = build.act(decideCase, moderator!, space, { caseId: open.id, outcome: 'refuse', ruleId: rule });
		expect((await refusalFrom(late)).code).toBe('case.closed');
		const counters = () =>
			installation.db
				.selectFrom('counter')
				.selectAll()
				.orderBy('indicator')
				.orderBy('part')
				.orderBy('space_id')
				.orderBy('day')
				.execute();
		const kept = await counters();
		await rebuildCounters(installation.db);
		expect(await counters()).toEqual(kept);
		expect((await countContributions(installation.db, [work])).get(work)).toBe(1);
	});

	test('a proposal too: its words go, its number, day and supports stay', async () => {
		const proposal = await build.aProposal(space, {
			title: 'Des bancs à l’ombre place Sidi Marzouq',
			text: 'Ma mère Zohra attend le bus debout, au soleil, chaque matin.',
		});
		await build.act(supportProposal, anonymous, space, { proposalId: proposal.id, device: 'radio' });
		await flag(proposal.id, 'proposal');
		await installation.settle();
		const guest = await asGuest(proposal.receipt);
		await build.act(withdrawProposal, guest, space, { id: proposal.id });
		await installation.settle();
		const row = await installation.db
			.selectFrom('proposal')
			.selectAll()
			.where('id', '=', proposal.id)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({
			number: proposal.number,
			supports: 1,
			state: 'withdrawn',
			title: '',
			text: '',
			place: null,
		});
		expect(await queue()).toEqual([]);
		expect((await listClosed(installation.db, space, 9)).map((closed) => closed.because)).toEqual(['withdrawn']);
		expect(await privatePage(proposal.receipt)).toMatchObject({ state: 'withdrawn', title: '', text: '' });
	});
});

test('words watched in any space above hold a text, as rules of any space above judge it', async () => {
	const { db } = installation;
	const region = await build.aSpace({ parentId: space });
	const town = await build.aSpace({ parentId: region });
	await db.transaction().execute((tx) => addWatchedWords(tx, region, [{ pattern: 'tricheur', match: 'skeleton' }]));
	const { workId } = await build.aWork(town);
	const inTown = (text: string) => build.act(contribute, anonymous, town, { subjectId: workId, locale: 'fr', text });
	expect((await inTown('Ce hmar vient de deux étages plus haut.')).held).toBe(true);
	expect((await inTown('Un tricheur a gagné la course de Ramadan.')).held).toBe(true);
	expect((await inTown('La course du quartier partira de la poste.')).held).toBe(false);
	const townModerator = await build.aPerson(['moderator'], town);
	const [open] = await listCases(db, town, { limit: 1, locale: 'fr' });
	await build.act(decideCase, townModerator, town, {
		caseId: open!.id,
		outcome: 'refuse',
		ruleId: rule,
		sentence: 'La règle vient de la commune.',
	});
});

test('a queue grows as long as the day does', async () => {
	const shops =
		'boulanger coiffeur plombier libraire tailleur menuisier pharmacien fleuriste bijoutier cordonnier'.split(' ');
	for (const shop of shops) await say(`hmar de ${shop} ${shop}${shop}`);
	expect(await queue()).toHaveLength(shops.length);
});
