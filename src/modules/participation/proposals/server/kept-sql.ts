// What queries of commitments share: the spaces of a page, what is late, and what comes first.
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/server/db.ts';
import { dayOf } from '#platform/time.ts';
import type { Space } from '#foundations/spaces/index.ts';
import type { KeptFilter } from '../kept.ts';
import './schema.ts';

/** The spaces of a page, each with the day it is there. */
export const shown = (spaces: readonly Space[], now: Date) => ({
	spaceIds: spaces.map((space) => space.id as string),
	today: spaces.map((space) => dayOf(now, space.zone)),
});
export type Shown = ReturnType<typeof shown>;

/** Commitments of spaces beside the day it is in each. */
export const commitmentsOf = (db: Db | Tx, { spaceIds, today }: Shown) =>
	db
		.selectFrom(
			sql<{ id: string; today: string }>`unnest(${spaceIds}::uuid[], ${today}::date[])`.as<'shown'>(
				sql`shown(id, today)`,
			),
		)
		.innerJoin('commitment', 'commitment.space_id', 'shown.id');

const open = sql<boolean>`commitment.status in ('planned', 'under_way')`;
/** Over its day in the zone of its space: SQL twin of overdueDays. */
export const late = sql<boolean>`(${open} and commitment.due_on < shown.today)`;
export const conditions: Record<KeptFilter | 'all', RawBuilder<boolean>> = {
	all: sql`true`,
	late,
	under_way: sql`(${open} and not ${late})`,
	done: sql`commitment.status = 'done'`,
};

/** The latest first by days, then what is under way, then what was done last, then what was given up; `commitment.due_on` and `.id` follow. */
export const latestFirst = {
	place: sql`case when ${late} then 0 when ${open} then 1 when commitment.status = 'done' then 2 else 3 end`,
	done: sql`case when commitment.status = 'done' then commitment.done_at end`,
};
