// A reader says that something breaks the rules; it opens a case, it hides nothing.
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { idField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { subjectKind } from '#platform/server/subjects.ts';
import { addGuest } from '#foundations/accounts/server/index.ts';
import { subjectFlagged } from '../facts.ts';
import { flagReasons } from '../flag-reason.ts';
import { openCase } from './cases.ts';
import './schema.ts';

export const flagSubject = defineCommand({
	name: 'moderation.flagSubject',
	about: 'Flags a contribution or proposal for the moderators of its space.',
	api: true,
	input: z.object({
		kind: z.enum(['contribution', 'proposal']),
		id: idField,
		reason: z.enum(flagReasons),
		text: textField(0, 1_000).default(''),
		device: optional(z.string().max(64)),
	}),
	async load(tx, input, call) {
		const text = await subjectKind(input.kind).text?.read(tx, input.id);
		if (!text || text.spaceId !== call.spaceId || text.state !== 'published') refuse('subject.not_found');
		return text;
	},
	allow: () => null,
	async run({ tx, input, loaded, actor, now }) {
		const { kind, id, reason } = input;
		const known = input.device
			? await tx
					.selectFrom('guest')
					.select('id')
					.where('device', '=', input.device)
					.orderBy('id')
					.limit(1)
					.executeTakeFirst()
			: undefined;
		const by: Actor = actor.id
			? actor
			: known
				? { kind: 'guest', id: known.id, roles: [] }
				: await addGuest(tx, { name: null, device: input.device, now });
		const added = await tx
			.insertInto('flag')
			.values({
				id: newId(),
				space_id: loaded.spaceId,
				subject_kind: kind,
				subject_id: id,
				by_kind: by.kind,
				by_id: by.id!,
				reason,
				text: input.text,
				at: now,
			})
			.onConflict((conflict) => conflict.columns(['subject_id', 'by_id']).doNothing())
			.executeTakeFirst();
		if (added.numInsertedOrUpdatedRows === 0n) return { result: {}, facts: [] };
		const opened = await openCase(tx, {
			spaceId: loaded.spaceId,
			subjectKind: kind,
			subjectId: id,
			source: 'flag',
			because: [{ rule: 'flag', detail: reason }],
			now,
		});
		return { result: {}, facts: [subjectFlagged(id, { subjectKind: kind, subjectId: id, reason }), ...opened] };
	},
});
