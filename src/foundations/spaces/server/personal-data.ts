// What spaces hold about a person: roles and invitations.
import { refuse } from '#platform/refusal.ts';
import type { PersonalData } from '#platform/server/room.ts';
import './schema.ts';

export const spacesData: PersonalData = {
	async export(db, personId) {
		return {
			roles: await db
				.selectFrom('membership')
				.select(['space_id', 'role', 'since'])
				.where('person_id', '=', personId)
				.execute(),
		};
	},
	/** The last administrator of the installation cannot leave it without one. */
	async erase(tx, personId, now) {
		const admins = await tx
			.selectFrom('membership')
			.innerJoin('space', 'space.id', 'membership.space_id')
			.select('person_id')
			.where('space.parent_id', 'is', null)
			.where('role', '=', 'admin')
			.forUpdate('membership')
			.execute();
		if (admins.length === 1 && admins[0]!.person_id === personId) refuse('role.last_admin');
		const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
		await tx.deleteFrom('membership').where('person_id', '=', personId).execute();
		if (!person) return;
		// Without its address an open invitation would serve anybody who has the link.
		await tx
			.updateTable('invitation')
			.set({ withdrawn_at: now })
			.where('email', '=', person.email)
			.where('used_at', 'is', null)
			.where('withdrawn_at', 'is', null)
			.execute();
		await tx.updateTable('invitation').set({ email: null }).where('email', '=', person.email).execute();
	},
};
