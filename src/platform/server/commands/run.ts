// The runner: opens the transaction, keeps the order of an act, records its facts, and answers a repeated key the same.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Refused, refuse, refuseAll } from '#platform/refusal.ts';
import { recordFacts } from '../activity/index.ts';
import type { Db, Tx } from '../db.ts';
import type { Call, Command, Given } from './define.ts';
import { inspect } from './inspect.ts';
import { refusalOf } from './refusal-of-issues.ts';
import { seal, unseal } from './seal.ts';

/** Runs a command in its own transaction. Throws Refused; retries twice when the database asks for it. */
export async function run<Schema extends z.ZodType, Loaded, Result>(
	db: Db,
	command: Command<Schema, Loaded, Result>,
	call: Call,
	raw: unknown,
): Promise<Result> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.transaction().execute((tx) => runWithin(tx, command, call, raw));
		} catch (error) {
			if (attempt >= 3 || !isRetryable(error)) throw error;
		}
	}
}

/** Runs a command inside a transaction that is already open (a job, an import, another act's consequence). */
export async function runWithin<Schema extends z.ZodType, Loaded, Result>(
	tx: Tx,
	command: Command<Schema, Loaded, Result>,
	call: Call,
	raw: unknown,
): Promise<Result> {
	const parsed = command.input.safeParse(raw);
	if (!parsed.success || call.unread?.length) refuseAll(await inspect(tx, command, call, raw));
	if (!parsed.success) throw new Refused(refusalOf(parsed.error));
	const input = parsed.data as z.infer<Schema>;
	const before = call.key === undefined ? null : await claimKey(tx, command, call, input);
	if (before) return before.value;
	const loaded = await command.load(tx, input, call);
	const refusal = command.allow(call.actor, loaded, input);
	if (refusal) throw new Refused(refusal);
	if (command.check) refuseAll(await command.check(input as Given<typeof input>, { tx, call }));
	const { result, facts } = await command.run({ ...call, tx, input, loaded });
	await recordFacts(tx, { ...call, origin: call.origin ?? 'person' }, facts);
	if (call.key !== undefined) await keepAnswer(tx, keyOf(command.name, call), seal(result, call.key));
	return result;
}

const actorOf = ({ actor }: Call): string => `${actor.kind}:${actor.id ?? ''}`;
const keyOf = (name: string, call: Call): string =>
	createHash('sha256')
		.update(JSON.stringify([name, actorOf(call), call.spaceId, call.key]))
		.digest('base64url');

/**
 * Takes the key, or waits for the act that holds it and returns its answer. A key reused for another input is refused.
 * A call that renews takes over the key of an answer that no longer stands; of several at once the first does.
 */
async function claimKey<Schema extends z.ZodType, Loaded, Result>(
	tx: Tx,
	{ name, stands }: Pick<Command<Schema, Loaded, Result>, 'name' | 'stands'>,
	call: Call,
	input: unknown,
): Promise<{ value: Result } | null> {
	const key = keyOf(name, call);
	const inputHash = createHash('sha256')
		.update(JSON.stringify(input) ?? '')
		.digest('base64url');
	const taken = await tx
		.insertInto('act')
		.values({ key, command: name, actor: actorOf(call), input_hash: inputHash, result: null, at: call.now })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.returning('key')
		.executeTakeFirst();
	if (taken) return null;
	const row = await tx
		.selectFrom('act')
		.select(['result', 'input_hash'])
		.where('key', '=', key)
		.$if(call.renews === true, (query) => query.forUpdate())
		.executeTakeFirstOrThrow();
	if (row.input_hash !== inputHash) refuse('key.reused');
	const value = (row.result === null ? null : unseal(row.result, call.key!)) as Result;
	return call.renews && stands && !(await stands(tx, value)) ? null : { value };
}

const keepAnswer = (tx: Tx, key: string, result: string) =>
	tx.updateTable('act').set({ result }).where('key', '=', key).execute();

/** Serialisation failure and deadlock (PostgreSQL class 40): the same act may simply be tried again. */
function isRetryable(error: unknown): boolean {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
	return code === '40001' || code === '40P01';
}

/** Lets go of answers kept before an instant; their keys may then be used anew. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
	await db.deleteFrom('act').where('at', '<', before).execute();
}
