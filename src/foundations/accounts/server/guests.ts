// Guests: people without an account. A receipt is a private link to what they left; only its hash is kept.
import { createHash } from 'node:crypto';
import type { Actor } from '#platform/actor.ts';
import { newId, newToken } from '#platform/ids.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import './schema.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A new guest with an optional name, known again only through receipts and, for supports, the device. */
export async function addGuest(
	tx: Tx,
	guest: { name: string | null; device: string | null; now: Date },
): Promise<Actor> {
	const id = newId();
	await tx.insertInto('guest').values({ id, name: guest.name, device: guest.device, created_at: guest.now }).execute();
	return { kind: 'guest', id, roles: [] };
}

/** A guest and every other of the same device: one pair of hands, as far as can be told. */
export async function guestsAlike(tx: Tx, id: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('guest')
		.innerJoin('guest as known', 'known.device', 'guest.device')
		.select('guest.id')
		.where('known.id', '=', id)
		.orderBy('guest.created_at', 'desc')
		.limit(500)
		.execute();
	return [...new Set([id, ...rows.map((row) => row.id)])];
}

/** Whether a guest of this device has come since then. */
export async function guestSince(db: Db | Tx, device: string, since: Date): Promise<boolean> {
	const row = await db
		.selectFrom('guest')
		.select('id')
		.where('device', '=', device)
		.where('created_at', '>=', since)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Lets go of the name and device of a guest who took back what they left. */
export async function forgetGuest(tx: Tx, id: string): Promise<void> {
	await tx.updateTable('guest').set({ name: null, device: null }).where('id', '=', id).execute();
}

/** Makes the private link's token for one subject; it cannot be read again later. */
export async function issueReceipt(
	tx: Tx,
	receipt: { guestId: string; spaceId: string; subjectKind: string; subjectId: string; now: Date },
): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('receipt')
		.values({
			id: newId(),
			token_hash: hashOf(token),
			guest_id: receipt.guestId,
			space_id: receipt.spaceId,
			subject_kind: receipt.subjectKind,
			subject_id: receipt.subjectId,
			created_at: receipt.now,
		})
		.execute();
	return token;
}

export interface Receipt {
	guestId: string;
	guestName: string | null;
	spaceId: string;
	subjectKind: string;
	subjectId: string;
	createdAt: Date;
}

export async function receiptOf(db: Db | Tx, token: string): Promise<Receipt | null> {
	const row = await db
		.selectFrom('receipt')
		.innerJoin('guest', 'guest.id', 'receipt.guest_id')
		.select(['guest_id', 'guest.name', 'space_id', 'subject_kind', 'subject_id', 'receipt.created_at'])
		.where('token_hash', '=', hashOf(token))
		.executeTakeFirst();
	if (!row) return null;
	return {
		guestId: row.guest_id,
		guestName: row.name,
		spaceId: row.space_id,
		subjectKind: row.subject_kind,
		subjectId: row.subject_id,
		createdAt: row.created_at,
	};
}

/** Names to show for authors, by id; a guest without a name and an erased person have none. */
export async function namesOf(
	db: Db | Tx,
	authors: readonly { kind: string; id: string | null }[],
): Promise<Map<string, string>> {
	const ids = (kind: string) =>
		authors.filter((author) => author.kind === kind && author.id).map((author) => author.id!);
	const [persons, guests] = [ids('person'), ids('guest')];
	const rows = [
		...(persons.length
			? await db
					.selectFrom('person')
					.select(['id', 'name'])
					.where('id', 'in', persons)
					.where('erased_at', 'is', null)
					.execute()
			: []),
		...(guests.length
			? await db
					.selectFrom('guest')
					.select(['id', 'name'])
					.where('id', 'in', guests)
					.where('name', 'is not', null)
					.execute()
			: []),
	];
	return new Map(rows.map((row) => [row.id, row.name ?? '']));
}
