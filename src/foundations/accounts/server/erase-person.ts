// Forgetting and handing over a person: every room says what it holds of them and how it lets go.
import { z } from 'zod';
import type { Fact } from '#platform/fact.ts';
import { lineField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import { forgetMail, mailOf } from '#platform/server/mail/index.ts';
import type { PersonalData } from '#platform/server/room.ts';
import { personErased } from '../facts.ts';
import './schema.ts';

/** Everything the installation holds about a person, by room, as plain JSON. */
export async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
	const parts: Record<string, unknown> = {};
	for (const room of installation().rooms)
		if (room.personal) parts[room.name] = await room.personal.export(db, personId);
	return parts;
}

export const erasePerson = defineCommand({
	name: 'accounts.erasePerson',
	about: 'Forgets the person who asks: name, address, texts and keys go; counts stay.',
	input: z.object({ confirmation: lineField(1, 254) }),
	async load(tx, _input, call) {
		if (call.actor.kind !== 'person' || !call.actor.id) return null;
		return (
			(await tx
				.selectFrom('person')
				.select(['id', 'email'])
				.where('id', '=', call.actor.id)
				.forUpdate()
				.executeTakeFirst()) ?? null
		);
	},
	allow: (_actor, person, input) => {
		if (!person) return { code: 'access.sign_in' };
		return input.confirmation.toLowerCase() === person.email
			? null
			: { code: 'confirmation.wrong', field: 'confirmation' };
	},
	async run({ tx, loaded, now }) {
		const facts: Fact[] = [personErased(loaded!.id, {})];
		for (const room of [...installation().rooms].reverse())
			facts.push(...((await room.personal?.erase(tx, loaded!.id, now)) ?? []));
		return { result: {}, facts };
	},
});

export const accountData: PersonalData = {
	async export(db, personId) {
		const person = await db
			.selectFrom('person')
			.select(['name', 'email', 'locale', 'created_at'])
			.where('id', '=', personId)
			.executeTakeFirst();
		const sessions = await db
			.selectFrom('session')
			.select(['created_at', 'ip_address', 'user_agent'])
			.where('person_id', '=', personId)
			.execute();
		const mails = await mailOf(db, personId);
		const tokens = await db
			.selectFrom('personal_token')
			.select(['name', 'created_at', 'last_used_at'])
			.where('person_id', '=', personId)
			.execute();
		return { person: person ?? null, sessions, mails, tokens };
	},
	async erase(tx, personId, now) {
		const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
		for (const table of ['session', 'credential', 'personal_token'] as const)
			await tx.deleteFrom(table).where('person_id', '=', personId).execute();
		if (person) {
			await tx
				.deleteFrom('verification')
				.where((eb) =>
					eb.or([
						eb('identifier', '=', person.email),
						eb('value', 'like', `%${person.email.replaceAll(/[%_\\]/g, '\\$&')}%`),
						eb('value', 'like', `%${personId}%`),
					]),
				)
				.execute();
			await forgetMail(tx, personId, person.email);
		}
		await tx
			.updateTable('person')
			.set({
				name: '',
				email: `${personId}@erased.invalid`,
				email_verified: false,
				image: null,
				erased_at: now,
				updated_at: now,
			})
			.where('id', '=', personId)
			.execute();
	},
};
