// The facts behind a figure, oldest first, each with how much it counts: the same rule the counters follow.
import { recordedOf } from '#platform/server/activity/index.ts';
import type { Recorded } from '#platform/fact.ts';
import type { Db } from '#platform/server/db.ts';
import { addDays, instantOf } from '#platform/time.ts';
import { type IndicatorDefinition, ruleOf } from '../indicator.ts';
import type { Period } from '../period.ts';
import { counters } from './follower.ts';
import { deadlineRows } from './deadline-rows.ts';
import { countedBy, factsOf } from './rules.ts';
import type { Covered, SourceRow } from './source-row.ts';

const batch = 1_000;

async function readBatch(
	db: Db,
	types: readonly string[],
	zone: string,
	spaceIds: readonly string[],
	{ from, to }: Period,
	until: number,
	after: { at: Date; id: string } | null,
): Promise<Recorded[]> {
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('type', 'in', types)
		.where('space_id', 'in', spaceIds)
		.where('pos', '<=', until)
		.where('at', '>=', instantOf(`${from}T00:00`, zone))
		.where('at', '<', instantOf(`${addDays(to, 1)}T00:00`, zone))
		.$if(after !== null, (query) =>
			query.where((eb) => eb(eb.refTuple('at', 'id'), '>', eb.tuple(after!.at, after!.id))),
		)
		.orderBy('at')
		.orderBy('id')
		.limit(batch)
		.execute();
	return rows.map(recordedOf);
}

/** Facts of one zone's spaces, in order. */
async function* factsOfZone(
	db: Db,
	types: readonly string[],
	zone: string,
	spaceIds: readonly string[],
	period: Period,
	until: number,
): AsyncGenerator<Recorded> {
	let after: { at: Date; id: string } | null = null;
	for (;;) {
		const facts: Recorded[] = await readBatch(db, types, zone, spaceIds, period, until, after);
		yield* facts;
		const last = facts.at(-1);
		if (!last || facts.length < batch) return;
		after = { at: last.at, id: last.id };
	}
}

const before = (a: Recorded, b: Recorded): boolean =>
	a.at.getTime() - b.at.getTime() < 0 || (a.at.getTime() === b.at.getTime() && a.id < b.id);

/** Facts of every covered space, merged in order: days begin at each space's own midnight. */
async function* factsIn(
	db: Db,
	types: readonly string[],
	covered: readonly Covered[],
	period: Period,
): AsyncGenerator<Recorded> {
	if (types.length === 0 || covered.length === 0) return;
	const cursor = await db.selectFrom('follower').select('pos').where('name', '=', counters.name).executeTakeFirst();
	const zones = Map.groupBy(covered, (space) => space.zone);
	const streams = [...zones].map(([zone, spaces]) =>
		factsOfZone(
			db,
			types,
			zone,
			spaces.map((space) => space.id),
			period,
			cursor?.pos ?? 0,
		),
	);
	const heads = await Promise.all(streams.map((stream) => stream.next()));
	for (;;) {
		let first = -1;
		for (const [at, head] of heads.entries())
			if (!head.done && (first < 0 || before(head.value, heads[first]!.value as Recorded))) first = at;
		if (first < 0) return;
		yield heads[first]!.value as Recorded;
		heads[first] = await streams[first]!.next();
	}
}

/** Every fact that counts for an indicator, with its running total. */
export async function* sourceRows(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
): AsyncGenerator<SourceRow> {
	if (definition.deadline) return yield* deadlineRows(db, covered, definition, period);
	const rule = ruleOf(definition);
	const seen = new Set<string>();
	let running = 0;
	for await (const fact of factsIn(db, factsOf(rule), covered, period)) {
		const { n, value, part } = countedBy(rule, fact);
		if (n === 0) continue;
		if (definition.distinct) {
			const one = definition.distinct === 'subject' ? fact.subject : fact.actorKind === 'person' ? fact.actorId : null;
			if (one === null || seen.has(one)) continue;
			seen.add(one);
		}
		const counted = definition.distinct ? 1 : n;
		running += counted;
		yield {
			id: fact.id,
			at: fact.at,
			type: fact.type,
			spaceId: fact.spaceId!,
			subject: fact.subject,
			data: fact.data,
			counted,
			running,
			value,
			part,
			course: null,
		};
	}
}

export interface SourcePage {
	rows: SourceRow[];
	/** How many facts count, and what they come to. */
	count: number;
	total: number;
	page: number;
	pages: number;
}

/** One page of source rows (the first is 1; one beyond the end is the last), with what all of them come to. */
export async function listSourceRows(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
	page: number,
	size: number,
): Promise<SourcePage> {
	let [rows, last]: SourceRow[][] = [[], []];
	let [count, total] = [0, 0];
	for await (const row of sourceRows(db, covered, definition, period)) {
		if (count % size === 0) last = [];
		last!.push(row);
		if (Math.floor(count / size) === page - 1) rows = last;
		count++;
		total = row.running;
	}
	const pages = Math.max(1, Math.ceil(count / size));
	return { rows: (page > pages ? last : rows) ?? [], count, total, page: Math.min(page, pages), pages };
}
