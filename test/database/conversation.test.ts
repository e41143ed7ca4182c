// Conversation and moderation, from a guest's words to a decision, an undo and an appeal.
import type { RequestEvent } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { receiptOf } from '#foundations/accounts/server/index.ts';
import {
	contribute,
	countContributions,
	editContribution,
	listContributions,
	withdrawContribution,
} from '#engines/conversation/server/index.ts';
import {
	addWatchedWords,
	appealDecision,
	decideCase,
	decisionsAbout,
	flagSubject,
	listCases,
	undoDecision,
} from '#engines/moderation/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { threadFor } from '#app/thread.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let work: string;
let moderator: Actor;
let other: Actor;
let rule: string;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace();
	({ workId: work } = await build.aWork(space));
	moderator = await build.aPerson(['moderator'], space);
	other = await build.aPerson(['moderator'], space);
	rule = await build.aRule(space, moderator);
	await installation.db
		.transaction()
		.execute((tx) => addWatchedWords(tx, space, [{ pattern: 'hmar', match: 'skeleton' }]));
});

const say = (text: string, more: Record<string, unknown> = {}, actor: Actor = anonymous) =>
	build.act(contribute, actor, space, { subjectId: work, locale: 'fr', text, ...more });
const openCase = async (id: string) =>
	(await listCases(installation.db, space, { limit: 100, locale: 'fr' })).find((open) => open.subjectId === id)!;
const visible = async () =>
	(await listContributions(installation.db, work, { sort: 'oldest', limit: 100 }))!.items.flatMap((item) => [
		item,
		...item.replies,
	]);
const asGuest = async (receipt: string): Promise<Actor> => ({
	kind: 'guest',
	id: (await receiptOf(installation.db, receipt))!.guestId,
	roles: [],
});

describe('a guest', () => {
	test('speaks without an account, is read at once and holds a private key', async () => {
		const said = await say('Merci pour cette enquête sur l’eau du village.', { name: 'Zineb' });
		expect(said.held).toBe(false);
		expect((await visible()).find((item) => item.id === said.id)?.name).toBe('Zineb');
		expect((await receiptOf(installation.db, said.receipt!))?.subjectId).toBe(said.id);
		expect(await receiptOf(installation.db, 'guessed')).toBeNull();
	});

	test('may correct for ten minutes and no longer, and withdraw for ever', async () => {
		const said = await say('La reunion est mardi.');
		const guest = await asGuest(said.receipt!);
		await build.act(editContribution, guest, space, { id: said.id, text: 'La réunion est mercredi.' });
		expect((await visible()).find((item) => item.id === said.id)?.text).toBe('La réunion est mercredi.');
		const start = installation.clock();
		installation.at(new Date(start.getTime() + 10 * 60_000 + 1));
		expect(
			(await refusalFrom(build.act(editContribution, guest, space, { id: said.id, text: 'Trop tard.' }))).code,
		).toBe('contribution.edit_time_over');
		await build.act(withdrawContribution, guest, space, { id: said.id });
		installation.at(start);
		expect((await visible()).some((item) => item.id === said.id)).toBe(false);
	});

	test('cannot touch what somebody else said, nor reach it from another space', async () => {
		const said = await say('Une remarque bien à moi.');
		const stranger = await asGuest((await say('Une autre voix.')).receipt!);
		expect((await refusalFrom(build.act(withdrawContribution, stranger, space, { id: said.id }))).code).toBe(
			'access.denied',
		);
		const elsewhere = await build.aSpace();
		const author = await asGuest(said.receipt!);
		expect((await refusalFrom(build.act(withdrawContribution, author, elsewhere, { id: said.id }))).code).toBe(
			'subject.not_found',
		);
	});

	test('is asked to sign in where the space does not let guests in', async () => {
		const closed = await build.aSpace({ guests: false });
		const { workId } = await build.aWork(closed);
		expect(
			(
				await refusalFrom(
					build.act(contribute, anonymous, closed, { subjectId: workId, locale: 'fr', text: 'Bonjour à tous.' }),
				)
			).code,
		).toBe('access.sign_in');
	});
});

describe('a held contribution', () => {
	test('waits unseen, is refused with rule and sentence, and its author reads why', async () => {
		const said = await say('nta 7mar kbir');
		expect(said.held).toBe(true);
		expect((await visible()).some((item) => item.id === said.id)).toBe(false);
		const open = await openCase(said.id);
		expect(open.because[0]?.rule).toBe('word');
		expect(open.text.text.slice(open.because[0]!.span!.start, open.because[0]!.span!.end)).toBe('7mar');
		expect(
			(await refusalFrom(build.act(decideCase, moderator, space, { caseId: open.id, outcome: 'refuse' }))).code,
		).toBe('decision.rule_missing');
		await build.act(decideCase, moderator, space, {
			caseId: open.id,
			outcome: 'refuse',
			ruleId: rule,
			sentence: 'Votre message contient une insulte.',
			sentenceLocale: 'fr',
		});
		const [decision] = await decisionsAbout(installation.db, [said.id]);
		expect(decision).toMatchObject({
			outcome: 'refuse',
			ruleNumber: 1,
			sentence: 'Votre message contient une insulte.',
		});
	});

	test('is decided once: a second moderator is told so', async () => {
		const said = await say('ya hmar, encore');
		const open = await openCase(said.id);
		const both = await Promise.allSettled(
			[moderator, other].map((actor) => build.act(decideCase, actor, space, { caseId: open.id, outcome: 'publish' })),
		);
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await visible()).filter((item) => item.id === said.id)).toHaveLength(1);
	});

	test('comes back to the queue when the decision is undone within ten minutes, not later', async () => {
		const said = await say('quel hmar celui-là');
		const { decisionId } = await build.act(decideCase, moderator, space, {
			caseId: (await openCase(said.id)).id,
			outcome: 'publish',
		});
		await build.act(undoDecision, moderator, space, { decisionId });
		expect((await visible()).some((item) => item.id === said.id)).toBe(false);
		const again = await build.act(decideCase, moderator, space, {
			caseId: (await openCase(said.id)).id,
			outcome: 'publish',
		});
		const start = installation.clock();
		installation.at(new Date(start.getTime() + 11 * 60_000));
		expect((await refusalFrom(build.act(undoDecision, moderator, space, { decisionId: again.decisionId }))).code).toBe(
			'decision.undo_time_over',
		);
		installation.at(start);
	});

	test('once answered by its author is decided by somebody else', async () => {
		const said = await say('espèce de hmar, vraiment');
		const guest = await asGuest(said.receipt!);
		const { decisionId } = await build.act(decideCase, moderator, space, {
			caseId: (await openCase(said.id)).id,
			outcome: 'refuse',
			ruleId: rule,
			sentence: 'Une insulte, règle 1.',
		});
		expect(
			(await refusalFrom(build.act(appealDecision, other, space, { decisionId, text: 'Ce n’était pas pour vous.' })))
				.code,
		).toBe('access.denied');
		await build.act(appealDecision, guest, space, { decisionId, text: 'Je parlais vraiment de mon âne.' });
		expect(
			(
				await refusalFrom(
					build.act(appealDecision, guest, space, { decisionId, text: 'Je parlais vraiment de mon âne.' }),
				)
			).code,
		).toBe('appeal.already_done');
		const open = await openCase(said.id);
		expect(open.source).toBe('appeal');
		expect(
			(await refusalFrom(build.act(decideCase, moderator, space, { caseId: open.id, outcome: 'publish' }))).code,
		).toBe('decision.same_person');
		const second = await build.act(decideCase, other, space, { caseId: open.id, outcome: 'publish' });
		expect((await visible()).some((item) => item.id === said.id)).toBe(true);
		expect((await refusalFrom(build.act(undoDecision, moderator, space, { decisionId: second.decisionId }))).code).toBe(
			'decision.same_person',
		);
	});

	test('cannot be decided by a producer, nor by a moderator of another space', async () => {
		const said = await say('un hmar passe');
		const open = await openCase(said.id);
		const producer = await build.aPerson(['producer'], space);
		expect(
			(await refusalFrom(build.act(decideCase, producer, space, { caseId: open.id, outcome: 'publish' }))).code,
		).toBe('access.denied');
		const elsewhere = await build.aSpace();
		const stranger = await build.aPerson(['moderator'], elsewhere);
		expect(
			(await refusalFrom(build.act(decideCase, stranger, elsewhere, { caseId: open.id, outcome: 'publish' }))).code,
		).toBe('subject.not_found');
	});
});

describe('a thread', () => {
	test('counts what is visible, whatever happens to it', async () => {
		const replied = await say('Une question simple ?');
		const reply = await say('Une réponse claire.', { parentId: replied.id });
		const { items } = (await listContributions(installation.db, work, { sort: 'oldest', limit: 100 }))!;
		expect(items.find((item) => item.id === replied.id)?.replies.map((item) => item.id)).toContain(reply.id);
		expect((await countContributions(installation.db, [work])).get(work)).toBe(
			(await visible()).filter((item) => item.state === 'published').length,
		);
	});

	test('keeps the place of a withdrawn message that was answered', async () => {
		const replied = await say('Je retire ceci ensuite.', { name: 'Zineb', device: 'telephone' });
		await say('Je réponds quand même.', { parentId: replied.id });
		const guest = await asGuest(replied.receipt!);
		await build.act(withdrawContribution, guest, space, { id: replied.id });
		expect(
			await installation.db.selectFrom('guest').select(['name', 'device']).where('id', '=', guest.id).execute(),
		).toEqual([{ name: null, device: null }]);
		const place = (await visible()).find((item) => item.id === replied.id);
		expect(place).toMatchObject({ state: 'withdrawn', text: '', name: null });
		expect(place?.replies).toHaveLength(1);
	});
});

test('a flag opens a case and hides nothing; the same device flags once', async () => {
	const said = await say('Un avis discutable sur le barrage.');
	for (let i = 0; i < 2; i++)
		await build.act(flagSubject, anonymous, space, {
			kind: 'contribution',
			id: said.id,
			reason: 'false',
			device: 'tablet',
		});
	expect((await openCase(said.id)).source).toBe('flag');
	expect((await visible()).some((item) => item.id === said.id)).toBe(true);
	expect(
		await installation.db.selectFrom('flag').select('id').where('subject_id', '=', said.id).execute(),
	).toHaveLength(1);
});

test('what is written in another language than the page says which, where it is sure', async () => {
	const { workId } = await build.aWork(space);
	const write = (text: string, locale: string) => say(text, { subjectId: workId, locale });
	const { id: french } = await write(
		'Le marché du dimanche manque d’ombre pour les vendeuses et pour les clients.',
		'fr',
	);
	const { id: arabic } = await write('نطلب أشجارا تظلل الساحة الكبيرة أمام السوق كل صيف.', 'ar');
	const { id: short } = await write('Daccord !', 'fr');
	const at = async (locale: 'ar' | 'fr') => {
		const locals = { space: await readSpace(installation.db, space), person: null, locale, now: installation.clock() };
		const url = new URL(`http://127.0.0.1/${locale}/s/espace/w/marche`);
		const thread = await threadFor({ locals, url } as unknown as RequestEvent, { subjectId: workId });
		// Said at one instant, they stand in any order.
		const found = new Map(thread.view.items.map((item) => [item.id as string, item.foreign]));
		return [french, arabic, short].map((id) => found.get(id));
	};
	expect([await at('ar'), await at('fr')]).toEqual([
		['fr', null, null],
		[null, 'ar', null],
	]);
});
