// The shape of a read offered at /api: schema in, schema out, filtered in SQL by the actor.
import type { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { Db } from './db.ts';

export interface QueryContext<Input> {
	db: Db;
	input: Input;
	actor: Actor;
	/** The space named in the address; null for queries over the whole installation. */
	spaceId: string | null;
	locale: string;
	now: Date;
}

export interface Query<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
	/** `room.listThings`, unique. */
	readonly name: string;
	readonly about: string;
	/** Path under /api/v1, with {space} when it belongs to a space and other parameters in braces. */
	readonly path: string;
	readonly input: Input;
	readonly output: Output;
	/** Answers null when the thing does not exist for this actor. */
	run(context: QueryContext<z.infer<Input>>): Promise<z.infer<Output> | null>;
}

export const defineQuery = <Input extends z.ZodObject, Output extends z.ZodType>(query: Query<Input, Output>): Query =>
	query as unknown as Query;
