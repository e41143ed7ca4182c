// A validator's sign-off told as a story: it holds for exactly the text that was read, and for no other.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { totalOf, waitingFor } from '#app/waiting.ts';
import {
	acceptVersion,
	addLanguage,
	draftWork,
	hashOf,
	listVersions,
	proposeVersion,
	publishVersion,
	refuseSignOff,
	saveVersion,
	scheduleVersion,
	showWorkAtDesk,
	signOffVersion,
	textHashOf,
} from '#modules/publishing/server/index.ts';
import { publishScheduled } from '#modules/publishing/server/publish-scheduled.ts';
import { standingOf } from '#modules/publishing/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let author: Actor;
let editor: Actor;
let validator: Actor & { id: string };

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
});
beforeEach(async () => {
	installation.at('2026-10-15T10:00:00Z');
	space = await build.aSpace({ kind: 'campaign' });
	await installation.db.updateTable('space').set({ sign_off_required: true }).where('id', '=', space).execute();
	author = await build.aPerson(['producer'], space);
	editor = await build.aPerson(['editor'], space);
	validator = await build.aPerson(['validator'], space);
});

const body = '<p>Le délai court à partir de la notification.</p>';
async function proposed(title: string, more: object = {}) {
	const draft = await build.act(draftWork, author, space, { locale: 'fr', title, summary: '', body, ...more });
	await build.act(proposeVersion, author, space, { versionId: draft.versionId });
	return draft;
}
const hash = async (versionId: string) => (await textHashOf(installation.db, versionId))!;
const sign = async (versionId: string, by: Actor = validator) =>
	build.act(signOffVersion, by, space, { versionId, hash: await hash(versionId) });
const waits = (person: Actor, role: Role) =>
	waitingFor(person.id!, new Map([[space, [role]]]), installation.clock(), 'fr');
async function standing(workId: string) {
	const { signOffs, versions, shared } = (await showWorkAtDesk(installation.db, space, workId, editor))!;
	return standingOf(signOffs, hashOf({ ...versions[0]!, shared }));
}

test('a text is accepted and published only after a validator has signed exactly it off, and the desk says who and when', async () => {
	const { workId, versionId } = await proposed('Délai d’appel');
	for (const command of [acceptVersion, publishVersion])
		expect((await refusalFrom(build.act(command, editor, space, { versionId }))).code).toBe('sign_off.missing');
	expect((await waits(validator, 'validator')).items.map(({ key, title }) => [key, title])).toEqual([
		['waiting.sign_off', 'Délai d’appel'],
	]);
	await sign(versionId);
	expect(totalOf((await waits(validator, 'validator')).counts).count).toBe(0);
	const { signOffs } = (await showWorkAtDesk(installation.db, space, workId, author))!;
	expect(signOffs).toMatchObject([{ outcome: 'signed', byPerson: validator.id, hash: await hash(versionId) }]);
	await build.act(acceptVersion, editor, space, { versionId });
	await build.act(publishVersion, editor, space, { versionId });
	await installation.settle();
	const told = await installation.db.selectFrom('notice').select('key').where('person_id', '=', author.id!).execute();
	expect(told.map(({ key }) => key)).toContain('notice.sign_off_given');
});

test('one changed word, picture or credit is another text: the sign-off no longer holds, and the text waits again', async () => {
	const { workId, versionId } = await proposed('Aide juridique', { creditName: 'Maison du droit' });
	await sign(versionId);
	const v = async () => (await showWorkAtDesk(installation.db, space, workId, editor))!.versions[0]!.v;
	const same = { title: 'Aide juridique', summary: '', body, creditUrl: null, imageFile: null, imageAlt: null };
	const seen = { creditName: 'Maison du droit', creditUrl: null, imageFile: null, imageAlt: null };
	const save = async (change: object) =>
		build.act(saveVersion, editor, space, {
			versionId,
			v: await v(),
			...same,
			creditName: 'Maison du droit',
			seen,
			...change,
		});
	await save({});
	expect(await standing(workId)).toBe('signed');
	await save({ creditName: 'Maison des droits' });
	expect(await standing(workId)).toBe('changed');
	expect((await refusalFrom(build.act(publishVersion, editor, space, { versionId }))).code).toBe('sign_off.missing');
	expect((await waits(validator, 'validator')).items).toHaveLength(1);
	await sign(versionId);
	await build.act(publishVersion, editor, space, { versionId });
	await build.act(saveVersion, editor, space, { versionId, v: await v(), ...same, body: '<p>Trente jours.</p>' });
	expect(await standing(workId)).toBe('changed');
	const listed = await listVersions(installation.db, space, validator, {
		states: ['published'],
		limit: 9,
		awaitSignOff: true,
	});
	expect(listed.map((one) => one.versionId)).toEqual([versionId]);
});

test('a public text waits again when its credit is changed beside another language', async () => {
	const { workId, versionId } = await proposed('Le puits et son gardien');
	const arabic = await build.act(addLanguage, author, space, {
		workId,
		locale: 'ar',
		title: 'البئر',
		summary: '',
		body: '<p>حكاية</p>',
	});
	const aDayLater = () => installation.at(new Date(installation.clock().getTime() + 86_400_000).toISOString());
	aDayLater();
	await sign(versionId);
	await build.act(publishVersion, editor, space, { versionId });
	aDayLater();
	expect(totalOf((await waits(validator, 'validator')).counts).count).toBe(0);
	await build.act(saveVersion, editor, space, {
		versionId: arabic.versionId,
		v: 1,
		title: 'البئر',
		summary: '',
		body: '<p>حكاية</p>',
		creditName: 'Mémoire des oasis',
		seen: { creditName: null, creditUrl: null, imageFile: null, imageAlt: null },
	});
	expect((await waits(validator, 'validator')).items.map(({ title }) => title)).toEqual(['Le puits et son gardien']);
});

test('what was read is signed: a text changed meanwhile is refused, in another language of the work too', async () => {
	const { workId, versionId } = await proposed('Formulaire expliqué');
	const read = await hash(versionId);
	const arabic = await build.act(addLanguage, author, space, {
		workId,
		locale: 'ar',
		title: 'استمارة',
		summary: '',
		body: '<p>شرح</p>',
	});
	await build.act(saveVersion, author, space, {
		versionId: arabic.versionId,
		v: 1,
		title: 'استمارة',
		summary: '',
		body: '<p>شرح</p>',
		creditName: 'جمعية القانون',
		seen: { creditName: null, creditUrl: null, imageFile: null, imageAlt: null },
	});
	const signing = build.act(signOffVersion, validator, space, { versionId, hash: read });
	expect((await refusalFrom(signing)).code).toBe('sign_off.text_changed');
});

test('a refusal goes back to the author with its reason, and the same words proposed again wait again', async () => {
	const { workId, versionId } = await proposed('Remède contre la fièvre');
	const refusal = { versionId, hash: await hash(versionId), reason: '' };
	expect((await refusalFrom(build.act(refuseSignOff, validator, space, refusal))).field).toBe('reason');
	await build.act(refuseSignOff, validator, space, { ...refusal, reason: 'La dose indiquée n’a pas de source.' });
	expect((await waits(author, 'producer')).items.map(({ key }) => key)).toEqual(['waiting.version.returned']);
	expect(await standing(workId)).toBe('refused');
	await installation.settle();
	const letters = await installation.db
		.selectFrom('notice')
		.select('key')
		.where('person_id', '=', author.id!)
		.execute();
	expect(letters.map(({ key }) => key)).toContain('notice.sign_off_refused');
	await build.act(proposeVersion, author, space, { versionId });
	expect((await waits(validator, 'validator')).items).toHaveLength(1);
	await sign(versionId);
	expect(await standing(workId)).toBe('signed');
});

test('nobody signs an own text, and editors do not sign', async () => {
	const both = await build.aPerson(['producer', 'validator'], space);
	const draft = await build.act(draftWork, both, space, { locale: 'fr', title: 'Ma fiche', summary: '', body });
	await build.act(proposeVersion, both, space, { versionId: draft.versionId });
	expect((await refusalFrom(sign(draft.versionId, both))).code).toBe('sign_off.own_text');
	expect((await refusalFrom(sign(draft.versionId, editor))).code).toBe('access.denied');
	expect((await waits(both, 'validator')).items).toEqual([]);
});

test('a scheduled text that was changed is not published by the clock until it is signed again', async () => {
	const { workId, versionId } = await proposed('Permanence de samedi');
	await sign(versionId);
	await build.act(scheduleVersion, editor, space, { versionId, wall: '2026-10-16T09:00' });
	const { v } = (await showWorkAtDesk(installation.db, space, workId, editor))!.versions[0]!;
	await build.act(saveVersion, editor, space, { versionId, v, title: 'Permanence de dimanche', summary: '', body });
	installation.at('2026-10-16T12:00:00Z');
	const state = async () => (await showWorkAtDesk(installation.db, space, workId, editor))!.versions[0]!.state;
	await publishScheduled.run(installation.db, {}, installation.clock());
	expect(await state()).toBe('scheduled');
	await sign(versionId);
	await publishScheduled.run(installation.db, {}, installation.clock());
	expect(await state()).toBe('published');
});

test('where the space does not ask for it, nothing waits and nothing is kept back', async () => {
	await installation.db.updateTable('space').set({ sign_off_required: false }).where('id', '=', space).execute();
	const { versionId } = await proposed('Nouvelles du quartier');
	expect((await waits(validator, 'validator')).items).toEqual([]);
	await build.act(publishVersion, editor, space, { versionId });
});

test('the hash is the same by Node and by SQL, whatever the letters', async () => {
	const { workId, versionId } = await proposed('Été « عربي » ⵣ 🌧 \\ \' "', {
		creditName: 'Œuvre : 12:ab',
		creditUrl: 'https://example.org/x?y=1',
	});
	const { versions, shared } = (await showWorkAtDesk(installation.db, space, workId, editor))!;
	expect(hashOf({ ...versions[0]!, shared })).toBe(await hash(versionId));
});
