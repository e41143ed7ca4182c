// A row of the activity log as followers and figures read it.
import type { Selectable } from 'kysely';
import type { Recorded } from '#platform/fact.ts';
import type { Tables } from '../db.ts';
import './schema.ts';

export const recordedOf = (row: Selectable<Tables['activity']>): Recorded => ({
	id: row.id,
	pos: row.pos ?? 0,
	spaceId: row.space_id,
	actorKind: row.actor_kind,
	actorId: row.actor_id,
	type: row.type,
	v: row.v,
	reach: row.reach,
	subject: row.subject,
	data: row.data,
	cause: row.cause,
	origin: row.origin,
	at: row.at,
});
