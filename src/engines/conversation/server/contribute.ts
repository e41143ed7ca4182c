// Somebody says something under a subject: a person, or a guest where the space lets guests in.
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { idField, nameField, localeField, optional, textField } from '#platform/fields.ts';
import type { Fact } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { addGuest, issueReceipt } from '#foundations/accounts/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { contributionSubmitted } from '../facts.ts';
import { maySpeakForSpace } from '../policy.ts';
import { addContribution, publishedFact, threadOf, whereabouts } from './store.ts';

export const contribute = defineCommand({
	name: 'conversation.contribute',
	about: 'Adds a contribution to the thread of a subject, or a reply to one.',
	api: true,
	input: z.object({
		subjectId: idField,
		parentId: optional(idField),
		locale: localeField,
		name: optional(nameField(1, 60)),
		text: textField(2, 4_000),
		/** In the name of the space; for those whose part it is. */
		asSpace: z.boolean().default(false),
		/** Keyed hash of the device, set by the server, never by people. */
		device: optional(z.string().max(64)),
	}),
	async load(tx, input, call) {
		const thread = await threadOf(tx, call.spaceId, input.subjectId);
		const about = await describeSubjects(tx, [{ kind: thread.subjectKind, id: thread.subjectId }], call.locale);
		if (!about.get(thread.subjectId)?.visible) refuse('subject.not_found');
		const space = (await readSpace(tx, thread.spaceId))!;
		const found = { thread, space, asSpace: input.asSpace };
		if (!input.parentId) return found;
		const parent = await tx
			.selectFrom('contribution')
			.select('id')
			.where('id', '=', input.parentId)
			.where('thread_id', '=', thread.id)
			.where('state', '=', 'published')
			.executeTakeFirst();
		return parent ? found : refuse('contribution.not_found', {}, 'parentId');
	},
	allow: (actor, { thread, space, asSpace }) => {
		if (!thread.open) return { code: 'thread.closed' };
		if (asSpace) return maySpeakForSpace(actor);
		return actor.kind === 'guest' && !space.guestsComment ? { code: 'access.sign_in' } : null;
	},
	async run({ tx, input, loaded: { thread }, actor, now }) {
		const author: Actor =
			actor.kind === 'guest' && !actor.id ? await addGuest(tx, { name: input.name, device: input.device, now }) : actor;
		const id = newId(now.getTime());
		const { spaceId } = thread;
		const given = {
			id,
			spaceId,
			threadId: thread.id,
			parentId: input.parentId,
			locale: input.locale,
			text: input.text,
			now,
		};
		const look = await installation().gate.look(tx, {
			spaceId,
			kind: 'contribution',
			id,
			text: input.text,
			locale: input.locale,
			actor: author,
			now,
		});
		await addContribution(tx, {
			...given,
			authorKind: author.kind,
			authorId: author.id!,
			state: look.held ? 'held' : 'published',
			asSpace: input.asSpace,
		});
		const where = whereabouts({ ...given, subjectKind: thread.subjectKind, subjectId: thread.subjectId });
		const facts: Fact[] = [
			contributionSubmitted(id, { ...where, held: look.held, authorKind: author.kind, role: actor.roles[0] ?? null }),
			...look.facts,
		];
		if (!look.held) facts.push(await publishedFact(tx, { ...given, ...where }));
		const receipt =
			author.kind === 'guest'
				? await issueReceipt(tx, { guestId: author.id!, spaceId, subjectKind: 'contribution', subjectId: id, now })
				: null;
		return { result: { id, held: look.held, receipt }, facts };
	},
	stands: async (tx, { id }) => {
		const said = await tx.selectFrom('contribution').select('state').where('id', '=', id).executeTakeFirst();
		return said !== undefined && said.state !== 'withdrawn';
	},
});
