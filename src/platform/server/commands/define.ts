// The shape of an act: parse, load, allow, run, record, always in this order and in one transaction.
import type { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { Fact, Origin } from '#platform/fact.ts';
import type { Refusal } from '#platform/refusal.ts';
import type { Tx } from '../db.ts';

/** Who calls, where, when, and under which key. */
export interface Call {
	actor: Actor;
	spaceId: string | null;
	now: Date;
	/** Language of the caller, for texts made on the way (mails, receipts). */
	locale: string;
	origin?: Origin;
	cause?: string;
	/** Same key, same answer, one effect. */
	key?: string;
	/** What was refused while the input was being read (a file, a colour): said with all that is wrong beside it. */
	unread?: readonly Refusal[];
	/** A form: under the same key it acts anew once what it made was taken back (see `stands`). */
	renews?: boolean;
}

export interface Context<Input, Loaded> extends Call {
	tx: Tx;
	input: Input;
	loaded: Loaded;
}

export interface Outcome<Result> {
	/** Plain JSON, because it is kept under the idempotency key. */
	result: Result;
	facts: readonly Fact[];
}

/** What could be read of an input; rows of its lists may lack fields. */
export type Given<Input> = {
	readonly [Name in keyof Input]?: Input[Name] extends readonly (infer Row)[] ? Partial<Row>[] : Input[Name];
};

export interface Command<Schema extends z.ZodType, Loaded, Result> {
	/** `room.verbNoun`, unique. */
	readonly name: string;
	/** One sentence for the API's documentation. */
	readonly about: string;
	readonly input: Schema;
	/**
	 * What is wrong with the fields together, or beside what is stored: every refusal at once, each with its field. Also asked,
	 * of whoever calls, about the fields that can be read when others cannot: it tells nothing that is not public.
	 */
	check?(
		given: Given<z.infer<Schema>>,
		about: { tx: Tx; call: Call },
	): readonly Refusal[] | Promise<readonly Refusal[]>;
	load(tx: Tx, input: z.infer<Schema>, call: Call): Promise<Loaded>;
	allow(actor: Actor, loaded: Loaded, input: z.infer<Schema>): Refusal | null;
	run(context: Context<z.infer<Schema>, Loaded>): Promise<Outcome<Result>>;
	/** Whether what an earlier answer tells of is still there, for calls that renew. */
	stands?(tx: Tx, result: Result): Promise<boolean>;
	/** Offered to personal tokens at /api when true. */
	readonly api?: boolean;
}

/** Declares a command; types flow from its schema and its load. */
export function defineCommand<Schema extends z.ZodType, Loaded, Result>(
	command: Command<Schema, Loaded, Result>,
): Command<Schema, Loaded, Result> {
	return command;
}
