// Facts: past-tense, versioned entries of the activity log, each declared once with the schema its readers rely on.
import type { z } from 'zod';

/** The widest audience any follower may send this fact to. */
export type Reach = 'public' | 'space' | 'staff' | 'actor';
/** Imports and seeds count but never notify. */
export type Origin = 'person' | 'import' | 'federated' | 'system';

export interface Fact<Data = unknown> {
	type: string;
	v: number;
	reach: Reach;
	/** Id of what the fact is about. */
	subject: string;
	/** Ids and codes only: never names, addresses or texts, so that erasure works. */
	data: Data;
	/** Where it happened, when that is not where the act was asked (a forgotten account leaves many spaces). */
	spaceId?: string | null;
}

export interface FactType<Data> {
	(subject: string, data: Data): Fact<Data>;
	readonly type: string;
	readonly v: number;
	/** Reads the data of a recorded fact; throws when it does not fit the schema. */
	parse(raw: unknown): Data;
}

/** A fact as it stands in the log. `pos` is its place in the order followers read. */
export interface Recorded extends Fact {
	id: string;
	pos: number;
	spaceId: string | null;
	actorKind: 'person' | 'guest' | 'system';
	actorId: string | null;
	cause: string | null;
	origin: Origin;
	at: Date;
}

/** Declares one kind of fact, named `room.noun.verbed`. */
export function defineFact<Schema extends z.ZodType>(
	type: string,
	v: number,
	reach: Reach,
	schema: Schema,
): FactType<z.infer<Schema>> {
	const make = (subject: string, data: z.infer<Schema>): Fact<z.infer<Schema>> => ({
		type,
		v,
		reach,
		subject,
		data: schema.parse(data) as z.infer<Schema>,
	});
	return Object.assign(make, { type, v, parse: (raw: unknown) => schema.parse(raw) as z.infer<Schema> });
}
