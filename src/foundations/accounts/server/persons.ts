// Persons made by the set-up page and the demonstration, and the little that letters need to know of one.
import { newId } from '#platform/ids.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import './schema.ts';

/** Adds a person whose address counts as confirmed; `password` is a hash, null for magic links only. */
export async function addPerson(
	tx: Tx,
	person: { id?: string; name: string; email: string; locale: string; password: string | null; now: Date },
): Promise<string> {
	const id = person.id ?? newId(person.now.getTime());
	const dates = { created_at: person.now, updated_at: person.now };
	await tx
		.insertInto('person')
		.values({
			id,
			name: person.name,
			email: person.email,
			email_verified: true,
			image: null,
			locale: person.locale,
			erased_at: null,
			...dates,
		})
		.execute();
	if (person.password) await setPassword(tx, id, person.password, person.now);
	return id;
}

/** Gives a person a password (a hash), in the place of any they had. */
export async function setPassword(tx: Tx, id: string, password: string, now: Date): Promise<void> {
	await tx.deleteFrom('credential').where('person_id', '=', id).where('provider_id', '=', 'credential').execute();
	await tx
		.insertInto('credential')
		.values({
			id: newId(),
			person_id: id,
			account_id: id,
			provider_id: 'credential',
			password,
			created_at: now,
			updated_at: now,
		})
		.execute();
}

/** Name, address and language of persons who still have an account. */
export const namesAndLocales = (db: Db | Tx, ids: readonly string[]) =>
	ids.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('person')
				.select(['id', 'name', 'email', 'locale'])
				.where('id', 'in', ids)
				.where('erased_at', 'is', null)
				.execute();

/** Lets go of sessions and links whose time is over. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
	await db.deleteFrom('session').where('expires_at', '<', now).execute();
	await db.deleteFrom('verification').where('expires_at', '<', now).execute();
}
