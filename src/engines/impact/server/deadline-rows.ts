// What had to happen by a day, thing by thing: in time, late, or its day passed without it. Read from the facts, as counters are.
import { recordedOf } from '#platform/server/activity/index.ts';
import type { Recorded } from '#platform/fact.ts';
import type { Db } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import type { DeadlineRule } from '#platform/server/room.ts';
import { addDays, dayOf, daysBetween, instantOf } from '#platform/time.ts';
import { type Course, timelinessOf } from '../deadline.ts';
import type { IndicatorDefinition } from '../indicator.ts';
import type { Period } from '../period.ts';
import { counters } from './follower.ts';
import { deadlineNamed } from './rules.ts';
import type { Covered, SourceRow } from './source-row.ts';

/** The whole course of every thing that ended in the period, or began so that its day may lie in it. */
async function readCourses(
	db: Db,
	rule: DeadlineRule,
	{ id, zone }: Covered,
	{ from, to }: Period,
	within: number,
	until: number,
): Promise<Recorded[][]> {
	const [since, end] = [instantOf(`${from}T00:00`, zone), instantOf(`${addDays(to, 1)}T00:00`, zone)];
	const first = instantOf(`${addDays(from, -within)}T00:00`, zone);
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('space_id', '=', id)
		.where('type', 'in', [rule.begins, rule.ends, rule.appears, ...rule.goes])
		.where('pos', '<=', until)
		.where('subject', 'in', (eb) =>
			eb
				.selectFrom('activity')
				.select('subject')
				.where('space_id', '=', id)
				.where('pos', '<=', until)
				.where('at', '<', end)
				.where((or) =>
					or.or([
						or.and([or('type', '=', rule.begins), or('at', '>=', first)]),
						or.and([or('type', '=', rule.ends), or('at', '>=', since)]),
					]),
				),
		)
		.orderBy('pos')
		.execute();
	return [...Map.groupBy(rows.map(recordedOf), (fact) => fact.subject).values()];
}

function courseOf(rule: DeadlineRule, facts: readonly Recorded[], zone: string, within: number): Course {
	const day = (fact: Recorded) => dayOf(fact.at, zone);
	const begun = facts.find((fact) => fact.type === rule.begins);
	const ended = facts.find((fact) => fact.type === rule.ends);
	const begunOn = begun ? day(begun) : null;
	const dueOn = (ended && rule.dueOn(ended)) ?? (begunOn && addDays(begunOn, within));
	const seen = facts.filter((fact) => fact.type === rule.appears || rule.goes.includes(fact.type));
	const last = seen.findLast((fact) => dueOn !== null && day(fact) <= dueOn);
	return {
		begunOn,
		dueOn,
		endedOn: ended ? day(ended) : null,
		inTime: ended !== undefined && rule.inTime(ended),
		awaited: last?.type === rule.appears,
	};
}

/** Rows in the order of what happened: an end at its instant, a day that passed at the midnight after it. */
export async function* deadlineRows(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
): AsyncGenerator<SourceRow> {
	const rule = deadlineNamed(definition.name);
	if (!rule || covered.length === 0) return;
	const cursor = await db.selectFrom('follower').select('pos').where('name', '=', counters.name).executeTakeFirst();
	const ids = covered.map((space) => space.id);
	const spaces = await db.selectFrom('space').select(['id', 'answer_days']).where('id', 'in', ids).execute();
	const withinOf = new Map(spaces.map((space) => [space.id as string, space.answer_days]));
	const rows: SourceRow[] = [];
	for (const space of covered) {
		const within = withinOf.get(space.id) ?? 0;
		const today = dayOf(installation().clock(), space.zone);
		for (const facts of await readCourses(db, rule, space, period, within, cursor?.pos ?? 0)) {
			const whole = courseOf(rule, facts, space.zone, within);
			const part = timelinessOf(whole, period, today);
			if (!part) continue;
			const course = part === 'overdue' ? { ...whole, endedOn: null } : whole;
			const fact = facts.find(({ type }) => type === (part === 'overdue' ? rule.begins : rule.ends))!;
			rows.push({
				id: fact.id,
				at: part === 'overdue' ? instantOf(`${addDays(whole.dueOn!, 1)}T00:00`, space.zone) : fact.at,
				type: fact.type,
				spaceId: space.id,
				subject: fact.subject,
				data: fact.data,
				counted: part === 'in_time' ? 1 : 0,
				running: 0,
				value: null,
				part,
				course: {
					...course,
					days: course.begunOn && course.endedOn ? daysBetween(course.begunOn, course.endedOn) : null,
				},
			});
		}
	}
	let running = 0;
	for (const row of rows.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)))
		yield { ...row, running: (running += row.counted) };
}
