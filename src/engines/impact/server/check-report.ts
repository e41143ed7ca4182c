// An analyst says that the report of a month that is over was compared with its rows.
import { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db } from '#platform/server/db.ts';
import { dayOf, monthOf } from '#platform/time.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { reportChecked } from '../facts.ts';
import { mayCheckReport } from '../policy.ts';
import './schema.ts';

export const checkReport = defineCommand({
	name: 'impact.checkReport',
	about: 'Says that the report of the month of this day, which is over, was compared with the rows behind its figures.',
	api: true,
	input: z.object({ from: z.iso.date() }),
	load: async (tx, _input, call) =>
		(call.spaceId ? await readSpace(tx, call.spaceId) : null) ?? refuse('space.not_found'),
	allow: mayCheckReport,
	async run({ tx, input, loaded: space, actor, now }) {
		const { from, to } = monthOf(input.from);
		if (to >= dayOf(now, space.zone)) refuse('report.month_running', {}, 'from');
		const added = await tx
			.insertInto('report_check')
			.values({ space_id: space.id, from_day: from, by_person: actor.id, at: now })
			.onConflict((conflict) => conflict.columns(['space_id', 'from_day']).doNothing())
			.executeTakeFirst();
		const isNew = (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
		return { result: { from, to }, facts: isNew ? [reportChecked(space.id, { from })] : [] };
	},
});

/** Who checked the report of the month that begins on a day, and when; null: nobody yet. */
export async function checkOf(db: Db, spaceId: string, from: string): Promise<{ by: string | null; at: Date } | null> {
	const row = await db
		.selectFrom('report_check')
		.select(['by_person', 'at'])
		.where('space_id', '=', spaceId)
		.where('from_day', '=', from)
		.executeTakeFirst();
	if (!row) return null;
	const names = await namesOf(db, [{ kind: 'person', id: row.by_person }]);
	return { by: names.get(row.by_person ?? '') ?? null, at: row.at };
}
