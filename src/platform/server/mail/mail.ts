// Mails: written as rows in the act's transaction, then sent by a job; without SMTP they stay in the outbox.
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Db, Tx } from '../db.ts';
import { installation } from '../installation.ts';
import { defineJob } from '../jobs/index.ts';
import { handOver } from './hand-over.ts';
import { blankSent } from './secrets.ts';
import './schema.ts';

export interface Letter {
	/** Same key, one mail. */
	key?: string;
	personId?: string;
	address: string;
	locale: string;
	subject: string;
	/** Plain text; links stand on their own lines. */
	body: string;
	/** A part of the body that opens an account, and until when: it is blanked once sent, used or over. */
	secret?: { text: string; until: Date };
}

/**
 * Sends one mail. "sending" seen at the start means an earlier attempt died midway: its outcome is unknown. "failed" seen
 * there means that it was given up and somebody has put it back.
 */
export const sendMail = defineJob({
	name: 'send-mail',
	data: z.object({ id: z.string() }),
	// Servers that do not know a sender yet say «later» for a quarter of an hour; others are down for a night.
	tries: { most: 16, first: 5, longest: 3 * 3_600 },
	async run(db, { id }, now, isLast = false) {
		const mail = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst();
		if (!mail || !['waiting', 'sending', 'failed'].includes(mail.state)) return;
		if (mail.state === 'sending') {
			await db
				.updateTable('mail')
				.set({ state: 'unknown' })
				.where('id', '=', id)
				.where('state', '=', 'sending')
				.execute();
			return;
		}
		const { smtpUrl, origin } = installation().config;
		if (!smtpUrl) {
			// The server was taken away meanwhile: the letter is read here, like those written since.
			await db.updateTable('mail').set({ state: 'kept' }).where('id', '=', id).execute();
			return;
		}
		if (mail.secret_until !== null && mail.secret_until <= now) {
			await db.updateTable('mail').set({ state: 'failed', error: 'its link was over' }).where('id', '=', id).execute();
			return;
		}
		// Put in the queue twice (a dead letter that somebody sent again), it is sent by whoever takes it first.
		const taken = await db
			.updateTable('mail')
			.set({ state: 'sending' })
			.where('id', '=', id)
			.where('state', '=', mail.state)
			.executeTakeFirst();
		if (taken.numUpdatedRows === 0n) return;
		const outcome = await handOver(smtpUrl, {
			from: `Joussour <no-reply@${new URL(origin).hostname}>`,
			to: mail.address,
			subject: mail.subject,
			text: mail.body,
			headers: { 'Content-Language': mail.locale },
		});
		if (outcome.state === 'sent') {
			// Whatever fails from here on finds the letter "sending", which is never sent again.
			await blankSent(db, id);
			await db.updateTable('mail').set({ state: 'sent', sent_at: now, error: null }).where('id', '=', id).execute();
			return;
		}
		const state = outcome.state === 'waiting' && isLast ? 'failed' : outcome.state;
		await db.updateTable('mail').set({ state, error: outcome.error }).where('id', '=', id).execute();
		if (outcome.state === 'waiting') throw new Error(outcome.error);
	},
});

/** Puts a letter in the outbox and, with SMTP, in the queue. Repeating a key does nothing. */
export async function postLetter(tx: Tx, letter: Letter, now: Date): Promise<void> {
	const { jobs, config } = installation();
	const row = await tx
		.insertInto('mail')
		.values({
			id: newId(),
			key: letter.key ?? null,
			person_id: letter.personId ?? null,
			address: letter.address,
			locale: letter.locale,
			subject: letter.subject,
			body: letter.body,
			html: null,
			state: config.smtpUrl ? 'waiting' : 'kept',
			error: null,
			created_at: now,
			sent_at: null,
			secret: letter.secret?.text ?? null,
			secret_until: letter.secret?.until ?? null,
		})
		.onConflict((conflict) => conflict.column('key').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (row && config.smtpUrl) await jobs.enqueue(tx, sendMail, { id: row.id }, { key: row.id });
}

/** Puts a letter that failed back in the queue, or among those kept here; refuses any other. */
export async function sendAgain(tx: Tx, id: string): Promise<void> {
	const { jobs, config } = installation();
	const set = await tx
		.updateTable('mail')
		.set({ state: config.smtpUrl ? 'waiting' : 'kept', error: null })
		.where('id', '=', id)
		.where('state', '=', 'failed')
		.executeTakeFirst();
	if (set.numUpdatedRows === 0n) refuse('mail.not_failed');
	await jobs.dropDead(tx, { id });
	if (config.smtpUrl) await jobs.enqueue(tx, sendMail, { id }, { key: id });
}

/** The outbox, newest first. */
export const listMail = (db: Db, limit: number, before?: string) =>
	db
		.selectFrom('mail')
		.select(['id', 'address', 'locale', 'subject', 'body', 'state', 'error', 'created_at', 'sent_at'])
		.$if(before !== undefined, (query) => query.where('id', '<', before!))
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();

/** How many mails are in which state. */
export const countMail = (db: Db) =>
	db
		.selectFrom('mail')
		.select(({ fn }) => ['state', fn.countAll<number>().as('mails')])
		.groupBy('state')
		.orderBy('state')
		.execute();

/** What was written to a person. */
export const mailOf = (db: Db, personId: string) =>
	db.selectFrom('mail').select(['subject', 'body', 'created_at', 'state']).where('person_id', '=', personId).execute();

export async function forgetMail(tx: Tx, personId: string, address: string): Promise<void> {
	await tx
		.deleteFrom('mail')
		.where((eb) => eb.or([eb('person_id', '=', personId), eb('address', '=', address)]))
		.execute();
}

/** Why the mail server does not take mails, in its own words; null when it does or when there is none. */
export async function mailFailure(smtpUrl: string | null): Promise<string | null> {
	if (!smtpUrl) return null;
	const url = new URL(smtpUrl);
	for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) url.searchParams.set(name, '5000');
	const transport = nodemailer.createTransport(url.href);
	try {
		await transport.verify();
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		transport.close();
	}
}
