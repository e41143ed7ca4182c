// All that is wrong with what was given, in one answer: what the caller could not read, each field by itself, and what the
// fields that can be read say together. A schema alone stops before the second once the first has failed.
import { z } from 'zod';
import type { Refusal } from '#platform/refusal.ts';
import type { Tx } from '../db.ts';
import type { Call, Command, Given } from './define.ts';
import { refusalsOf } from './refusal-of-issues.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of an object that can be read, each by itself; rows of a list likewise. */
function readable(schema: unknown, raw: unknown): unknown {
	if (schema instanceof z.ZodObject && isObject(raw))
		return Object.fromEntries(
			Object.entries(schema.shape).flatMap(([name, field]) => {
				const value = readable(field, raw[name]);
				return value === undefined ? [] : [[name, value]];
			}),
		);
	if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject && Array.isArray(raw))
		return raw.slice(0, 100).map((row) => readable(schema.element, row) ?? {});
	const read = (schema as z.ZodType).safeParse(raw);
	return read.success ? read.data : undefined;
}

/** Whether one of two fields is the other or a part of it (`texts`, `texts.fr`). */
const touches = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Every refusal of an input, fields first. Reads only; nothing is loaded and nobody asked who may. */
export async function inspect<Schema extends z.ZodType, Loaded, Result>(
	tx: Tx,
	command: Command<Schema, Loaded, Result>,
	call: Call,
	raw: unknown,
): Promise<Refusal[]> {
	const parsed = command.input.safeParse(raw);
	const found = [...(call.unread ?? []), ...(parsed.success ? [] : refusalsOf(parsed.error))];
	if (!command.check) return found;
	const together = await command.check(readable(command.input, raw) as Given<z.infer<Schema>>, { tx, call });
	const known = found.flatMap(({ field }) => field ?? []);
	return [...found, ...together.filter(({ field }) => !field || !known.some((other) => touches(other, field)))];
}
