// The log as administrators read it: titles and names beside the sentences.
import { expect, test } from 'vitest';
import { anonymous } from '#platform/actor.ts';
import { readLog } from '#app/log.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { draftWork } from '#modules/publishing/server/index.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { builders } from '#test/build.ts';
import { testInstallation } from '#test/installation.ts';

test('what a guest said is named by its words once the public reads them; that it was held is said of screening', async () => {
	const installation = await testInstallation();
	const build = builders(installation);
	const space = await build.aSpace({ kind: 'commune' });
	const { workId } = await build.aWork(space);
	const text = 'Appelez le 0661234567 pour les places qui restent.';
	await build.act(contribute, anonymous, space, { subjectId: workId, locale: 'fr', text });
	const tree = await readSpaceTree(installation.db);
	const read = (type: string, roles = new Map([[space, ['admin']]])) =>
		readLog({ type, space }, { zone: 'Africa/Casablanca', locale: 'fr', roles, tree });
	expect((await read('conversation.')).facts).toMatchObject([
		{
			type: 'conversation.contribution.submitted',
			actor: 'guest',
			about: { title: '', withheld: true },
		},
	]);
	const { id: caseId } = await installation.db.selectFrom('moderation_case').select('id').executeTakeFirstOrThrow();
	const href = `/fr/desk/s/${tree.byId.get(space)!.address}/moderation/${caseId}`;
	for (const type of ['conversation.', 'moderation.'])
		expect((await read(type)).facts).toMatchObject([{ about: { title: '', href } }]);
	expect((await read('moderation.', new Map([[space, ['editor']]]))).facts).toMatchObject([{ about: { href: null } }]);
	expect((await read('moderation.')).facts).toMatchObject([
		{ actor: 'screening', about: { title: '', withheld: true }, aspects: ['moderation.source.screening'] },
	]);
	installation.at('2026-10-15T10:05:00Z');
	const said = 'Le marché du dimanche manque d’ombre pour les vendeuses.';
	await build.act(contribute, anonymous, space, { subjectId: workId, locale: 'fr', text: said });
	expect((await read('conversation.contribution.submitted')).facts[0]).toMatchObject({
		about: { title: said, withheld: false },
	});
	const author = await build.aPerson(['producer'], space);
	const draft = await build.act(draftWork, author, space, { locale: 'fr', title: 'La source', summary: '', body: '' });
	expect((await read('publishing.work.drafted')).facts[0]).toMatchObject({
		about: { title: 'La source', href: `/fr/desk/s/${tree.byId.get(space)!.address}/works/${draft.workId}` },
	});
});
