// The moderators' desk: open cases oldest first, one case with its context, decisions taken.
import { sql } from 'kysely';
import type { Db } from '#platform/server/db.ts';
import { describeSubjects, subjectKind, type SubjectText, type SubjectView } from '#platform/server/subjects.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { Because } from '../because.ts';
import { age } from './cases.ts';
import type { CaseSource, CaseState, ClosedBecause } from './schema.ts';
import { readingOf } from './reading.ts';
import './schema.ts';

export interface CaseView {
	id: string;
	spaceId: string;
	source: CaseSource;
	because: readonly Because[];
	state: CaseState;
	/** When its text first waited; a case that comes back keeps it. */
	since: Date;
	openedAt: Date;
	/** When it came back, by an appeal or because a decision was taken back. */
	reopenedAt: Date | null;
	closedBecause: ClosedBecause | null;
	/** Who took the first decision and so may not take this one. */
	notBy: string | null;
	subjectKind: string;
	subjectId: string;
	text: SubjectText;
	/** What a decision says it has read (`readingOf`). */
	seen: string;
	authorName: string | null;
	under: (SubjectView & { kind: string }) | null;
}

interface CaseRow {
	id: string;
	space_id: string;
	source: CaseSource;
	because: Because[];
	state: CaseState;
	age: Date;
	opened_at: Date;
	reopened_at: Date | null;
	closed_because: ClosedBecause | null;
	not_by: string | null;
	subject_kind: string;
	subject_id: string;
}

async function view(db: Db, rows: readonly CaseRow[], locale: string): Promise<CaseView[]> {
	const texts = new Map<string, SubjectText>();
	for (const row of rows) {
		const text = await subjectKind(row.subject_kind).text?.read(db, row.subject_id);
		if (text) texts.set(row.id, text);
	}
	const names = await namesOf(
		db,
		[...texts.values()].map((text) => text.author),
	);
	const above = await describeSubjects(
		db,
		[...texts.values()].flatMap((text) => (text.under ? [text.under] : [])),
		locale,
	);
	return rows.flatMap((row) => {
		const text = texts.get(row.id);
		if (!text) return [];
		return [
			{
				id: row.id,
				spaceId: row.space_id,
				source: row.source,
				because: row.because,
				state: row.state,
				since: row.age,
				openedAt: row.opened_at,
				reopenedAt: row.reopened_at,
				closedBecause: row.closed_because,
				notBy: row.not_by,
				subjectKind: row.subject_kind,
				subjectId: row.subject_id,
				text,
				seen: readingOf(text),
				authorName: names.get(text.author.id ?? '') || null,
				under: text.under ? (above.get(text.under.id) ?? null) : null,
			},
		];
	});
}

const columns = [
	'id',
	'space_id',
	'source',
	'because',
	'state',
	age.as('age'),
	'opened_at',
	'reopened_at',
	'closed_because',
	'not_by',
	'subject_kind',
	'subject_id',
] as const;

/** Cases that a person may decide: not those that came back against a decision of theirs. */
const decidableBy = (personId: string) => sql<boolean>`(not_by is null or not_by <> ${personId})`;

/** Open cases of a space, oldest first; with `decidableBy`, those that this person may decide. */
export async function listCases(
	db: Db,
	spaceId: string,
	options: { source?: string | undefined; limit: number; locale: string; decidableBy?: string },
): Promise<CaseView[]> {
	const rows = await db
		.selectFrom('moderation_case')
		.select(columns)
		.where('space_id', '=', spaceId)
		.where('state', '=', 'open')
		.$if(options.source !== undefined, (query) => query.where('source', '=', options.source as 'flag'))
		.$if(options.decidableBy !== undefined, (query) => query.where(decidableBy(options.decidableBy!)))
		.orderBy(age)
		.orderBy('id')
		.limit(options.limit)
		.execute();
	return view(db, rows, options.locale);
}

/** How many cases are open that a person may decide, by source. */
export async function countCases(db: Db, spaceId: string, personId: string): Promise<Record<string, number>> {
	const rows = await db
		.selectFrom('moderation_case')
		.select(({ fn }) => ['source', fn.countAll<number>().as('n')])
		.where('space_id', '=', spaceId)
		.where('state', '=', 'open')
		.where(decidableBy(personId))
		.groupBy('source')
		.execute();
	return Object.fromEntries(rows.map((row) => [row.source, row.n]));
}

/** How many open cases of a space a person may decide, and how many of them were opened before a moment. */
export const countOpen = (
	db: Db,
	spaceId: string,
	before: Date,
	personId: string,
): Promise<{ count: number; late: number }> =>
	db
		.selectFrom('moderation_case')
		.select(({ fn }) => [
			fn.countAll<number>().as('count'),
			fn.countAll<number>().filterWhere('opened_at', '<', before).as('late'),
		])
		.where('space_id', '=', spaceId)
		.where('state', '=', 'open')
		.where(decidableBy(personId))
		.executeTakeFirstOrThrow();

/** One case with flags, the author's other texts and earlier decisions. */
export async function showCase(db: Db, spaceId: string, id: string, locale: string) {
	const row = await db
		.selectFrom('moderation_case')
		.select(columns)
		.where('id', '=', id)
		.where('space_id', '=', spaceId)
		.executeTakeFirst();
	const [found] = row ? await view(db, [row], locale) : [];
	if (!found) return null;
	const all = found.text.author.id ? await subjectKind(found.subjectKind).text?.byAuthor(db, found.text.author.id) : [];
	const others = (all ?? []).filter((other) => other.id !== found.subjectId);
	const decisions = await decisionsAbout(db, [found.subjectId]);
	// What was decided since answered the flags of before.
	const answered = decisions[0]?.at;
	const flags = await db
		.selectFrom('flag')
		.select(['reason', 'text', 'at'])
		.where('subject_id', '=', found.subjectId)
		.$if(found.state === 'open' && answered !== undefined, (query) => query.where('at', '>', answered!))
		.orderBy('at')
		.execute();
	const refused = others.filter((other) => other.state === 'refused').length;
	return { ...found, flags, decisions, others: { all: others.length, refused } };
}

/** The open case that a person may decide after this one in the queue, else the oldest; null when none is left. */
export async function nextCase(db: Db, spaceId: string, after: string, personId: string): Promise<string | null> {
	const open = db
		.selectFrom('moderation_case')
		.select('id')
		.where('space_id', '=', spaceId)
		.where('state', '=', 'open')
		.where(decidableBy(personId))
		.orderBy(age)
		.orderBy('id')
		.limit(1);
	const later = open.where(
		sql<boolean>`(${age}, id) > (select ${age}, id from moderation_case where id = ${after}::uuid)`,
	);
	const found = (await later.executeTakeFirst()) ?? (await open.executeTakeFirst());
	return found?.id ?? null;
}

/** Decisions about subjects, newest first, with rule, sentence, appeal. */
export async function decisionsAbout(db: Db, subjectIds: readonly string[]) {
	if (subjectIds.length === 0) return [];
	return db
		.selectFrom('decision')
		.leftJoin('rule', 'rule.id', 'decision.rule_id')
		.leftJoin('appeal', 'appeal.decision_id', 'decision.id')
		.innerJoin('moderation_case', 'moderation_case.id', 'decision.case_id')
		.select([
			'decision.id',
			'decision.space_id',
			'decision.subject_id',
			'source',
			'outcome',
			'sentence',
			'sentence_locale',
			'decision.at',
			'by_person',
			'undone_at',
			'state_before',
			'rule.number as ruleNumber',
			'rule.texts as ruleTexts',
			'appeal.text as appealText',
			'appeal.at as appealAt',
		])
		.where('decision.subject_id', 'in', subjectIds)
		.where('undone_at', 'is', null)
		.orderBy('decision.at', 'desc')
		.execute();
}

/** Latest decisions of a space. */
export async function listDecisions(db: Db, spaceId: string, limit: number, locale: string) {
	const rows = await db
		.selectFrom('decision')
		.leftJoin('rule', 'rule.id', 'decision.rule_id')
		.select([
			'decision.id',
			'case_id',
			'subject_kind',
			'subject_id',
			'outcome',
			'sentence',
			'sentence_locale',
			'decision.at',
			'by_person',
			'undone_at',
			'state_before',
			'rule.number as ruleNumber',
		])
		.where('decision.space_id', '=', spaceId)
		.orderBy('decision.at', 'desc')
		.limit(limit)
		.execute();
	const about = await describeSubjects(
		db,
		rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })),
		locale,
	);
	const names = await namesOf(
		db,
		rows.map((row) => ({ kind: 'person', id: row.by_person })),
	);
	return rows.map((row) => ({
		...row,
		subject: about.get(row.subject_id) ?? null,
		byName: names.get(row.by_person ?? '') || null,
	}));
}

/** One decision of a space, to take it back. */
export async function showDecision(db: Db, spaceId: string, id: string) {
	const row = await db
		.selectFrom('decision')
		.select(['id', 'subject_id', 'outcome', 'at', 'undone_at', 'state_before'])
		.where('id', '=', id)
		.where('space_id', '=', spaceId)
		.executeTakeFirst();
	return row ?? null;
}

/** The open case about a subject; null when there is none. */
export async function openCaseAbout(db: Db, spaceId: string, subjectId: string): Promise<string | null> {
	const row = await db
		.selectFrom('moderation_case')
		.select('id')
		.where('subject_id', '=', subjectId)
		.where('space_id', '=', spaceId)
		.where('state', '=', 'open')
		.executeTakeFirst();
	return row?.id ?? null;
}
