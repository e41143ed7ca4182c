// Reads the log backwards with filters, for people who look something up. Followers never use this.
import type { Db } from '../db.ts';
import './schema.ts';

/** A fact's place among facts newest first. */
export interface LogPlace {
	at: Date;
	id: string;
}

export interface LogQuestion {
	/** A type or its beginning: `publishing.` is everything of publishing. */
	type?: string | undefined;
	spaceId?: string | undefined;
	actorKind?: 'person' | 'guest' | 'system' | undefined;
	subject?: string | undefined;
	since?: Date | undefined;
	/** Not included. */
	until?: Date | undefined;
	before?: LogPlace | undefined;
}

/** Facts newest first, numbered or not yet. */
export async function listFacts(db: Db, asked: LogQuestion, limit: number) {
	const { type, spaceId, actorKind, subject, since, until, before } = asked;
	return db
		.selectFrom('activity')
		.select([
			'id',
			'at',
			'type',
			'space_id as spaceId',
			'actor_kind as actorKind',
			'actor_id as actorId',
			'reach',
			'origin',
			'subject',
			'data',
		])
		.$if(type !== undefined, (query) => query.where('type', 'like', `${type!.replaceAll('_', '\\_')}%`))
		.$if(spaceId !== undefined, (query) => query.where('space_id', '=', spaceId!))
		.$if(actorKind !== undefined, (query) => query.where('actor_kind', '=', actorKind!))
		.$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
		.$if(since !== undefined, (query) => query.where('at', '>=', since!))
		.$if(until !== undefined, (query) => query.where('at', '<', until!))
		.$if(before !== undefined, (query) =>
			query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(before!.at, before!.id))),
		)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}
