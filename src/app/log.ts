// The activity log as its readers see it: filtered, newest first, names beside ids.
import { z } from 'zod';
import { isId } from '#platform/ids.ts';
import { addDays, instantOf } from '#platform/time.ts';
import { listFacts, type LogPlace } from '#platform/server/activity/index.ts';
import { installation } from '#platform/server/installation.ts';
import { keysUnder } from '#platform/i18n/index.ts';
import { describeSubjects, type SubjectView } from '#platform/server/subjects.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { may } from '#foundations/spaces/index.ts';
import type { SpaceTree } from '#foundations/spaces/server/index.ts';
import { casesAbout } from '#engines/moderation/server/index.ts';
import { subjectOf } from './fact-subjects.ts';
import { actorOf, aspectsOf, personIn, typesByRoom } from './log-words.ts';

const blank = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined);
const day = z.iso.date();

/** What can be asked of the log, as it stands in the address; a wrong value asks nothing. */
const filters = z.object({
	type: blank(z.string().regex(/^[a-z_.]{1,80}$/)),
	space: blank(z.string().refine(isId)),
	actor: blank(z.enum(['person', 'guest', 'system'])),
	subject: blank(z.string().trim().toLowerCase().refine(isId)),
	from: blank(day),
	to: blank(day),
	before: blank(z.string().max(80)),
});
export type LogFilters = z.infer<typeof filters>;

export const readLogFilters = (query: URLSearchParams): LogFilters => filters.parse(Object.fromEntries(query));

const placeShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

/** A place in the log as it stands in the address, or null. */
export function readPlace(text: string | undefined): LogPlace | null {
	const found = placeShape.exec(text ?? '');
	return found && isId(found[2]!) && !Number.isNaN(Date.parse(found[1]!))
		? { at: new Date(found[1]!), id: found[2]! }
		: null;
}
export const writePlace = ({ at, id }: LogPlace): string => `${at.toISOString()}_${id}`;

/** The same question, from another place on, as the query of an address. */
export function queryOf(asked: LogFilters, before: string | null): string {
	const query = new URLSearchParams(
		Object.entries({ ...asked, before: before ?? '' }).filter((entry): entry is [string, string] => Boolean(entry[1])),
	);
	return `?${query}`;
}

/** Data of a fact in words: `key: value`, nested values by their path. Facts hold ids and codes only. */
export function readableData(data: unknown, path = ''): { key: string; value: string }[] {
	if (data === null || typeof data !== 'object') return [{ key: path, value: data === null ? '—' : String(data) }];
	return Object.entries(data).flatMap(([key, value]) => readableData(value, path ? `${path}.${key}` : key));
}

/** What can be chosen to be read: every type of fact, by room. */
export const factTypes = typesByRoom(keysUnder('fact.'));

interface Reader {
	locale: string;
	/** Days are days in this zone. */
	zone: string;
	/** Roles by space. */
	roles: ReadonlyMap<string, readonly string[]>;
	tree: Pick<SpaceTree, 'byId'>;
}
type About = SubjectView & { kind: string };

/** What people say is quoted while the public may read it; a text of the staff has its title in every state. */
function shownOf(about: About | undefined, ways: ReadonlyMap<string, string>) {
	if (!about) return null;
	const withheld = !about.visible && about.kind !== 'work';
	const href = about.visible ? about.path : (ways.get(about.id) ?? null);
	return { ...about, title: withheld ? '' : about.title, withheld, href };
}

/** Where a reader with these roles can read what the public cannot: a work at its desk, what people said in its case. */
async function waysIn(hidden: readonly About[], { locale, roles, tree }: Reader): Promise<Map<string, string>> {
	const cases = await casesAbout(
		installation().db,
		hidden.flatMap(({ kind, id }) => (kind === 'work' ? [] : [id])),
	);
	const ways = new Map<string, string>();
	for (const { id, kind, spaceId } of hidden) {
		const isWork = kind === 'work';
		const found = isWork ? { id, spaceId } : cases.get(id);
		const space = found && tree.byId.get(found.spaceId);
		const allowed: readonly string[] = isWork ? [...may.write, ...may.sign_off] : may.moderate;
		if (space && roles.get(space.id)?.some((role) => allowed.includes(role)))
			ways.set(id, `/${locale}/desk/s/${space.address}/${isWork ? 'works' : 'moderation'}/${found.id}`);
	}
	return ways;
}

/** A page of the log, in sentences. */
export async function readLog(asked: LogFilters, reader: Reader, limit = 50) {
	const { zone, locale } = reader;
	const { db } = installation();
	const { from, to } = asked;
	const facts = await listFacts(
		db,
		{
			type: asked.type,
			spaceId: asked.space,
			actorKind: asked.actor,
			subject: asked.subject,
			since: from ? instantOf(`${from}T00:00`, zone) : undefined,
			until: to ? instantOf(`${addDays(to, 1)}T00:00`, zone) : undefined,
			before: readPlace(asked.before) ?? undefined,
		},
		limit + 1,
	);
	const shown = facts.slice(0, limit);
	const names = await namesOf(
		db,
		shown.flatMap((fact) => [
			{ kind: fact.actorKind, id: fact.actorId },
			{ kind: 'person', id: personIn(fact) },
		]),
	);
	const subjects = new Map(shown.flatMap((fact) => [[fact.id, subjectOf(fact)] as const]));
	const titles = await describeSubjects(
		db,
		[...subjects.values()].filter((subject) => subject !== null),
		locale,
	);
	const ways = await waysIn(
		[...titles.values()].filter(({ visible }) => !visible),
		reader,
	);
	const last = shown.at(-1);
	return {
		facts: shown.map((fact) => ({
			...fact,
			actor: actorOf(fact),
			actorName: names.get(fact.actorId ?? '') ?? null,
			aspects: aspectsOf(fact),
			about: shownOf(titles.get(subjects.get(fact.id)?.id ?? ''), ways),
			personName: names.get(personIn(fact) ?? '') ?? null,
			data: readableData(fact.data),
		})),
		older: last && facts.length > limit ? queryOf(asked, writePlace(last)) : null,
	};
}
