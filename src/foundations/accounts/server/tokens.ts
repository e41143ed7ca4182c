// Personal tokens for the API: shown once, kept as a hash, revocable, under the person's own roles.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { idField, lineField } from '#platform/fields.ts';
import { newId, newToken } from '#platform/ids.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { tokenMade, tokenRevoked } from '../facts.ts';
import './schema.ts';

const prefix = 'jsr_';
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const signedIn = (actor: Actor) => (actor.kind === 'person' && actor.id ? null : { code: 'access.sign_in' });

export const makeToken = defineCommand({
	name: 'accounts.makeToken',
	about: 'Makes a personal token for the API; it is shown once.',
	input: z.object({ name: lineField(1, 80) }),
	load: () => Promise.resolve(null),
	allow: signedIn,
	async run({ tx, input, actor, now }) {
		const token = prefix + newToken();
		const id = newId();
		await tx
			.insertInto('personal_token')
			.values({
				id,
				person_id: actor.id!,
				name: input.name,
				token_hash: hashOf(token),
				created_at: now,
				last_used_at: null,
				revoked_at: null,
			})
			.execute();
		return { result: { id, token }, facts: [tokenMade(id, {})] };
	},
});

export const revokeToken = defineCommand({
	name: 'accounts.revokeToken',
	about: 'Ends a personal token at once.',
	input: z.object({ id: idField }),
	load: () => Promise.resolve(null),
	allow: signedIn,
	async run({ tx, input, actor, now }) {
		const done = await tx
			.updateTable('personal_token')
			.set({ revoked_at: now })
			.where('id', '=', input.id)
			.where('person_id', '=', actor.id!)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		return { result: {}, facts: done.numUpdatedRows > 0n ? [tokenRevoked(input.id, {})] : [] };
	},
});

export const listTokens = (db: Db, personId: string) =>
	db
		.selectFrom('personal_token')
		.select(['id', 'name', 'created_at', 'last_used_at'])
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.orderBy('created_at', 'desc')
		.execute();

/** The person a bearer token stands for, or null. Notes its use at most once a minute. */
export async function personOfToken(db: Db, token: string, now: Date): Promise<string | null> {
	if (!token.startsWith(prefix)) return null;
	const row = await db
		.selectFrom('personal_token')
		.innerJoin('person', 'person.id', 'personal_token.person_id')
		.select(['personal_token.id', 'person_id', 'last_used_at'])
		.where('token_hash', '=', hashOf(token))
		.where('revoked_at', 'is', null)
		.where('person.erased_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > 60_000)
		await db.updateTable('personal_token').set({ last_used_at: now }).where('id', '=', row.id).execute();
	return row.person_id;
}
