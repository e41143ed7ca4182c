// A resident makes a proposal while the phase for it runs; it passes the gate like every text.
import { z } from 'zod';
import { idField, lineField, nameField, localeField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { openThread } from '#engines/conversation/server/index.ts';
import { addGuest, issueReceipt } from '#foundations/accounts/server/index.ts';
import { placeRefusals, readSpace, takePlace } from '#foundations/spaces/server/index.ts';
import { proposalPublished, proposalSubmitted } from '../../facts.ts';
import { isOpen } from '../../processes/index.ts';
import { processById } from '../../processes/server/index.ts';
import { mayAssist, maySubmit } from '../policy.ts';
import { addProposal } from './store.ts';

/** An id, or a name in any language, perhaps with the level or the place above in brackets. */
export const placeField = optional(lineField(0, 120));

export const submitProposal = defineCommand({
	name: 'participation.submitProposal',
	about: 'Submits a proposal to a process whose phase for proposals is running.',
	api: true,
	input: z.object({
		processId: idField,
		locale: localeField,
		title: lineField(5, 120),
		text: textField(20, 6_000),
		/** The spot, in the author's words. */
		place: optional(lineField(0, 120)),
		territory: placeField,
		name: optional(nameField(1, 60)),
		device: optional(z.string().max(64)),
		/** Entered by a facilitator for somebody, whose name `name` is. */
		assisted: z.boolean().default(false),
		/** The person has heard the text as it stands and agrees that it becomes public; asked of a facilitator. */
		agreed: z.boolean().default(false),
	}),
	check: async ({ territory, assisted, agreed }, { tx, call }) => [
		...(await placeRefusals(tx, call.spaceId, territory)),
		...(assisted && agreed === false ? [{ code: 'assisted.not_agreed', field: 'agreed' }] : []),
	],
	async load(tx, input, call) {
		const process = await processById(tx, input.processId);
		if (!process || process.spaceId !== call.spaceId || process.state !== 'published') refuse('subject.not_found');
		const space = (await readSpace(tx, process.spaceId))!;
		const { assisted } = input;
		return { process, assisted, guestsPropose: space.guestsPropose, open: isOpen(process, call.now, 'proposals') };
	},
	allow: (actor, loaded) => (loaded.assisted ? mayAssist(actor, loaded) : maySubmit(actor, loaded)),
	async run({ tx, input, loaded: { process }, actor, now }) {
		const { assisted } = input;
		const territoryId = await takePlace(tx, process.spaceId, input.territory);
		const author =
			assisted || (actor.kind === 'guest' && !actor.id)
				? await addGuest(tx, { name: input.name, device: input.device, now })
				: actor;
		const id = newId(now.getTime());
		const { spaceId } = process;
		const text = `${input.title}\n${input.text}`;
		const look = await installation().gate.look(tx, {
			spaceId,
			kind: 'proposal',
			id,
			text,
			place: input.place,
			locale: input.locale,
			actor: author,
			now,
		});
		const number = await addProposal(tx, {
			id,
			space_id: spaceId,
			process_id: process.id,
			author_kind: author.kind,
			author_id: author.id!,
			locale: input.locale,
			title: input.title,
			text: input.text,
			place: input.place,
			territory_id: territoryId,
			state: look.held ? 'held' : 'published',
			created_at: now,
			assisted,
		});
		await openThread(tx, { spaceId, subjectKind: 'proposal', subjectId: id });
		const where = { processId: process.id, locale: input.locale };
		const facts = [
			proposalSubmitted(id, { ...where, held: look.held, authorKind: author.kind, assisted }),
			...look.facts,
		];
		if (!look.held) facts.push(proposalPublished(id, where));
		const receipt =
			author.kind === 'guest'
				? await issueReceipt(tx, { guestId: author.id!, spaceId, subjectKind: 'proposal', subjectId: id, now })
				: null;
		return { result: { id, number, held: look.held, receipt }, facts };
	},
	stands: async (tx, { id }) => {
		const made = await tx.selectFrom('proposal').select('state').where('id', '=', id).executeTakeFirst();
		return made !== undefined && made.state !== 'withdrawn';
	},
});
