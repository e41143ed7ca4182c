// One loading of the demonstration: its moment, who acts, and steps that are done once however often it is repeated.
import type { Actor } from '#platform/actor.ts';
import { system } from '#platform/actor.ts';
import { type Call, defineCommand, run } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { placeAt } from '#foundations/spaces/server/index.ts';
import { inherited, type Role } from '#foundations/spaces/index.ts';
import { z } from 'zod';
import type { Content, SeedPerson, SeedSpace } from './content.ts';
import type { Moments } from './moments.ts';

export interface Loading {
	db: Db;
	content: Content;
	/** When the loading first began: every date is counted back from here. */
	base: Date;
	moments: Moments;
	/** Ids by the keys of the content. */
	spaces: ReadonlyMap<string, string>;
	persons: ReadonlyMap<string, string>;
}

const hour = 3_600_000;

export const daysBefore = (base: Date, days: number): Date => new Date(base.getTime() - days * 24 * hour);
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour);

/**
 * Runs work in one transaction and keeps its answer under a key: repeated, it answers the same and does nothing. The
 * answer must be plain JSON. Kept answers live a week (tidy.ts).
 */
export function once<Result>(
	{ db, base }: Pick<Loading, 'db' | 'base'>,
	key: string,
	work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
	const step = defineCommand({
		name: 'seeds.step',
		about: 'One step of loading the demonstration.',
		input: z.object({ key: z.string() }),
		load: () => Promise.resolve(null),
		allow: () => null,
		run: async ({ tx }) => ({ result: await work(tx), facts: [] }),
	});
	return run(
		db,
		step,
		{ actor: system, spaceId: null, now: base, locale: 'fr', origin: 'import', key: `seeds:${key}` },
		{ key },
	);
}

/** Roles of a person in a space of the content, own first, then those that flow down from above. */
function rolesIn(spaces: readonly SeedSpace[], person: SeedPerson, key: string): Role[] {
	const own = person.roles.filter((given) => given.space === key).map((given) => given.role);
	const above = spaces.find((space) => space.key === key)?.parent ?? null;
	const flowing = above ? rolesIn(spaces, person, above).filter((role) => inherited.includes(role)) : [];
	return [...new Set([...own, ...flowing])];
}

function personOf(content: Content, key: string): SeedPerson {
	return content.people.find((person) => person.key === key) ?? fail(`nobody has the key ${key}`);
}

/** A key of the content that leads nowhere: a fault of the content. */
export function fail(what: string): never {
	throw new Error(`the demonstration's content does not hold together: ${what}`);
}

export const idOf = (ids: ReadonlyMap<string, string>, key: string): string =>
	ids.get(key) ?? fail(`nothing has the key ${key}`);

/** A person as the actor they are in a space. */
export function actorOf({ content, persons }: Loading, person: string, space: string): Actor {
	return {
		kind: 'person',
		id: idOf(persons, person),
		roles: rolesIn(content.spaces, personOf(content, person), space),
	};
}

/** The first person of the content who holds one of the roles in a space, besides those left out; roles in order of preference. */
export function someone(
	{ content }: Loading,
	space: string,
	roles: readonly Role[],
	except: readonly string[] = [],
): string {
	for (const role of roles)
		for (const person of content.people)
			if (!except.includes(person.key) && rolesIn(content.spaces, person, space).includes(role)) return person.key;
	return fail(`nobody in ${space} is ${roles.join(' or ')}`);
}

/** The call of an act of the past. */
export const callAt = (loading: Loading, actor: Actor, space: string, now: Date): Call => ({
	actor,
	spaceId: idOf(loading.spaces, space),
	now,
	locale: 'fr',
	origin: 'import',
});

/** The id of the Moroccan territory with a code; null for no code. */
export async function territoryId(tx: Tx, code: string | undefined): Promise<string | null> {
	if (code === undefined) return null;
	return ((await placeAt(tx, `MA-${code}`)) ?? fail(`no territory has the code ${code}`)).id;
}
