// Whom the installation tells of what: each once, never of their own act, in their language, and without a flood of letters.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, anonymous } from '#platform/actor.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { addWatchedWords, decideCase } from '#engines/moderation/server/index.ts';
import { readNotices } from '#engines/notifications/server/index.ts';
import {
	answerProposal,
	reportProgress,
	reviseCommitment,
	supportProposal,
} from '#modules/participation/server/index.ts';
import {
	acceptVersion,
	draftWork,
	proposeVersion,
	publishing,
	scheduleVersion,
	withdrawVersion,
} from '#modules/publishing/server/index.ts';
import { builders, sentence } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let officer: Actor & { id: string };
let editor: Actor & { id: string };
let minute = 0;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ kind: 'commune' });
	officer = await build.aPerson(['officer'], space);
	editor = await build.aPerson(['editor'], space);
});
beforeEach(() => later());

/** Facts and readings follow each other on a clock that moves. */
const later = () => installation.at(new Date(Date.UTC(2026, 9, 15, 10, ++minute)));

const told = async (person: { id: string }) => {
	await installation.settle();
	const rows = await installation.db
		.selectFrom('notice')
		.select(['key', 'subject_id'])
		.where('person_id', '=', person.id)
		.orderBy('at')
		.execute();
	return rows.map((row) => row.key);
};
const letters = (person: { id: string }) =>
	installation.db
		.selectFrom('mail')
		.select(['locale', 'subject', 'body'])
		.where('person_id', '=', person.id)
		.orderBy('id')
		.execute();
const read = async (person: Actor) => {
	later();
	await build.act(readNotices, person, null, {});
	later();
};

describe('a promise', () => {
	const promise = { outcome: 'accepted', reasons: { fr: 'La commune posera la pompe avant l’été.' } };
	const note = (status: string) => ({ status, notes: { fr: `État des travaux : ${sentence(5)}.` } });

	test('is followed by its author and its supporters, each once a fact, in their language, never by who acts', async () => {
		const author = await build.aPerson([], undefined, { locale: 'ar' });
		const neighbour = await build.aPerson([], undefined, { locale: 'es' });
		const { id } = await build.aProposal(space, { author });
		for (const who of [author, neighbour, officer]) await build.act(supportProposal, who, space, { proposalId: id });
		await build.act(supportProposal, anonymous, space, { proposalId: id, device: 'téléphone' });
		const { commitmentId } = await build.act(answerProposal, officer, space, {
			proposalId: id,
			...promise,
			owners: { fr: 'Service de l’eau' },
			dueOn: '2027-05-31',
		});
		expect(await told(author)).toEqual(['notice.proposal_answered']);
		expect(await told(neighbour)).toEqual(['notice.supported_answered']);
		later();
		await build.act(reportProgress, officer, space, { commitmentId, ...note('under_way') });
		later();
		await build.act(reportProgress, officer, space, { commitmentId, ...note('under_way') });
		later();
		await build.act(reviseCommitment, officer, space, {
			commitmentId,
			dueOn: '2027-06-30',
			owners: { fr: 'Service de l’eau' },
			because: { fr: 'Le forage attend une pièce.' },
		});
		const course = ['notice.commitment_moved', 'notice.commitment_moved', 'notice.commitment_revised'];
		expect(await told(author)).toEqual(['notice.proposal_answered', ...course]);
		expect(await told(neighbour)).toEqual(['notice.supported_answered', ...course]);
		// The officer supports it too, and did all this.
		expect(await told(officer)).toEqual(['notice.proposal_published']);
		// The second note came while the first was unread: a notice, no letter.
		const spanish = await letters(neighbour);
		expect(spanish.map(({ locale, subject }) => [locale, subject])).toEqual([
			['es', 'Una propuesta que apoyas tiene respuesta'],
			['es', 'Novedades de un compromiso que sigues'],
			['es', 'Cambió un compromiso que sigues'],
		]);
		expect(spanish[1]?.body).toContain('/es/account/notices');
		expect((await letters(author)).map((letter) => letter.locale)).toEqual(['ar', 'ar', 'ar']);
		await read(neighbour);
		await build.act(reportProgress, officer, space, { commitmentId, ...note('done') });
		await told(neighbour);
		expect(await letters(neighbour)).toHaveLength(4);
	});
});

describe('comments', () => {
	const say = async (subjectId: string, who: Actor = anonymous, more: object = {}) => {
		later();
		return build.act(contribute, who, space, { subjectId, locale: 'fr', text: `Je pense que ${sentence()}.`, ...more });
	};

	test('under a text are told to its author, gathered while unread, with one letter', async () => {
		const author = await build.aPerson(['editor'], space);
		const { workId } = await build.aWork(space, { author });
		for (let n = 0; n < 5; n++) await say(workId);
		await say(workId, author);
		expect(await told(author)).toEqual(['notice.version_published', 'notice.comment']);
		expect(await letters(author)).toHaveLength(1);
		await read(author);
		expect(await told(author)).toHaveLength(2);
		await say(workId);
		expect(await told(author)).toHaveLength(3);
		expect(await letters(author)).toHaveLength(2);
	});

	test('read again from the first fact on tell nobody anything twice', async () => {
		const author = await build.aPerson([], undefined, { locale: 'fr' });
		const { id } = await build.aProposal(space, { author });
		await say(id);
		await say(id);
		await told(author);
		await read(author);
		await installation.db.updateTable('follower').set({ pos: 0 }).where('name', '=', 'notices').execute();
		expect(await told(author)).toEqual(['notice.comment']);
		expect(await letters(author)).toHaveLength(1);
	});

	test('replied to are told as a reply only, and a comment of the author’s own let through is no news to them', async () => {
		const author = await build.aPerson();
		const moderator = await build.aPerson(['moderator'], space);
		await installation.db
			.transaction()
			.execute((tx) => addWatchedWords(tx, space, [{ pattern: 'hmar', match: 'skeleton' }]));
		const { id } = await build.aProposal(space, { author });
		const own = await say(id, author);
		await say(id, anonymous, { parentId: own.id });
		expect(await told(author)).toEqual(['notice.reply']);
		await read(author);
		const held = await say(id, author, { text: 'Ce hmar de préposé a fermé la vanne dimanche.' });
		expect(held.held).toBe(true);
		const { id: caseId } = await installation.db
			.selectFrom('moderation_case')
			.select('id')
			.where('subject_id', '=', held.id)
			.executeTakeFirstOrThrow();
		await build.act(decideCase, moderator, space, { caseId, outcome: 'publish' });
		expect(await told(author)).toEqual(['notice.reply']);
	});
});

test('an author hears what becomes of a text, also when the clock publishes it', async () => {
	const producer = await build.aPerson(['producer'], space, { locale: 'ar' });
	const { versionId } = await build.act(draftWork, producer, space, {
		locale: 'fr',
		title: 'La digue tient',
		summary: '',
		body: '<p>Elle a tenu.</p>',
	});
	await build.act(proposeVersion, producer, space, { versionId });
	later();
	await build.act(acceptVersion, editor, space, { versionId });
	later();
	await build.act(scheduleVersion, editor, space, { versionId, wall: '2026-10-16T07:00' });
	installation.at('2026-10-16T08:00:00Z');
	await publishing.jobs![0]!.run(installation.db, {}, installation.clock());
	installation.at('2026-10-16T09:00:00Z');
	await build.act(withdrawVersion, editor, space, { versionId });
	expect(await told(producer)).toEqual([
		'notice.version_accepted',
		'notice.version_scheduled',
		'notice.version_published',
		'notice.version_withdrawn',
	]);
	expect((await letters(producer)).map((letter) => letter.subject)).toEqual(['تم سحب النص']);
});
