// Secrets in letters: an address that opens an account stays readable only while it serves and has not left.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tables, Tx } from '../db.ts';
import { defineJob } from '../jobs/index.ts';
import './schema.ts';

type Which = (eb: ExpressionBuilder<Tables, 'mail'>) => Expression<SqlBool>;

/** Blanks the secrets of some letters. That they were written, to whom and when stays. */
async function blank(db: Db | Tx, which: Which): Promise<void> {
	await db
		.updateTable('mail')
		.set({ body: sql`replace(body, secret, '[…]')`, secret: null })
		.where('secret', 'is not', null)
		.where(which)
		.execute();
}

/** A letter has left: its reader has the secret, nobody else needs it. */
export const blankSent = (db: Db | Tx, id: string): Promise<void> => blank(db, (eb) => eb('id', '=', id));

/** A token has been used: letters that carry it let it go. */
export const blankUsed = (db: Db | Tx, token: string): Promise<void> =>
	blank(db, () => sql<boolean>`strpos(secret, ${token}) > 0`);

export const blankSecrets = defineJob({
	name: 'blank-secrets',
	data: z.object({}),
	every: '*/5 * * * *',
	run: (db, _data, now) => blank(db, (eb) => eb('secret_until', '<=', now)),
});
