// What spaces hold about a person: roles and invitations.
import type { PersonalData } from '#platform/server/room.ts';
import './schema.ts';

export const spacesData: PersonalData = {
	async export(db, personId) {
		return { roles: await db.selectFrom('membership').select(['space_id', 'role', 'since']).where('person_id', '=', personId).execute() };
	},
	async erase(tx, personId) {
		const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
		await tx.deleteFrom('membership').where('person_id', '=', personId).execute();
		if (person) await tx.updateTable('invitation').set({ email: null }).where('email', '=', person.email).execute();
	},
};
