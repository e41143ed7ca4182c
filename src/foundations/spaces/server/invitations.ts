// Invitations that are still open: listing them and taking one back.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { invitationWithdrawn } from '../facts.ts';
import { mayGiveRole } from './members.ts';
import './schema.ts';

/** Open invitations of a space, oldest first. Their links cannot be read again. */
export const listInvitations = (db: Db, spaceId: string, now: Date) =>
	db
		.selectFrom('invitation')
		.select(['id', 'role', 'email', 'created_at as madeAt', 'expires_at as expiresAt'])
		.where('space_id', '=', spaceId)
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.where('expires_at', '>', now)
		.orderBy('created_at')
		.limit(200)
		.execute();

export const withdrawInvitation = defineCommand({
	name: 'spaces.withdrawInvitation',
	about: 'Takes an invitation back before it is used.',
	input: z.object({ id: idField }),
	async load(tx, input, call) {
		const row = await tx
			.selectFrom('invitation')
			.select(['id', 'role'])
			.where('id', '=', input.id)
			.where('space_id', '=', call.spaceId)
			.where('used_at', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		return row ?? refuse('invitation.not_found');
	},
	allow: (actor, invitation) => mayGiveRole(actor, invitation.role),
	async run({ tx, loaded, now }) {
		await tx.updateTable('invitation').set({ withdrawn_at: now }).where('id', '=', loaded.id).execute();
		return { result: {}, facts: [invitationWithdrawn(loaded.id, { role: loaded.role })] };
	},
});
