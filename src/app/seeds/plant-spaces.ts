// Places, spaces, people, roles and rules of the demonstration.
import { system } from '#platform/actor.ts';
import { recordFacts } from '#platform/server/activity/index.ts';
import { runWithin } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { saveImage } from '#platform/server/storage/index.ts';
import { addPerson } from '#foundations/accounts/server/index.ts';
import {
	addRole,
	createSpace,
	findTerritories,
	insertSpace,
	installationSetUp,
	readTerritories,
	roleGiven,
	saveTerritories,
	spaceCreated,
	spaceFields,
	territoriesImported,
} from '#foundations/spaces/server/index.ts';
import { saveRule, saveWatchedWords } from '#engines/moderation/server/index.ts';
import { readPack } from '../packs.ts';
import type { SeedSpace, Words } from './content.ts';
import { actorOf, callAt, daysBefore, fail, hoursAfter, idOf, type Loading, once, someone } from './loading.ts';
import { drawLogo } from './logo.ts';
import { zone } from './moments.ts';

/** Days before the loading on which the installation was set up. */
const beginning = 120;

type Ground = Pick<Loading, 'db' | 'base' | 'content' | 'moments'>;

/** A morning so many days before the loading. */
const morning = (base: Date, days: number): Date => instantOf(`${dayOf(daysBefore(base, days), zone)}T09:12`, zone);

const perLocale = <Value>(names: Words, make: (locale: string) => Value): Record<string, Value> =>
	Object.fromEntries(Object.keys(names).map((locale) => [locale, make(locale)]));

async function fieldsOf(tx: Tx, space: SeedSpace, now: Date) {
	const [place] = await findTerritories(tx, space.territory, 1);
	return spaceFields.parse({
		texts: perLocale(space.names, (locale) => ({
			name: space.names[locale],
			description: space.descriptions[locale] ?? '',
		})),
		languages: space.languages,
		hue: space.hue,
		secondHue: space.secondHue,
		zone,
		region: 'MA',
		territoryId: place?.id ?? null,
		logoFile: await saveImage(tx, { bytes: await drawLogo(space), spaceId: null, personId: null, now }),
		guestsComment: space.guests.comment,
		guestsSupport: space.guests.support,
		guestsPropose: space.guests.propose,
		signOffRequired: space.signOff ?? false,
	});
}

/** The places of Morocco and the root portal. */
function plantRoot(ground: Ground, root: SeedSpace): Promise<string> {
	const now = morning(ground.base, beginning);
	return once(ground, `space ${root.key}`, async (tx) => {
		const rows = readTerritories(await readPack('morocco'));
		await saveTerritories(tx, rows);
		const id = await insertSpace(tx, {
			parentId: null,
			kind: root.kind,
			address: root.address,
			fields: await fieldsOf(tx, root, now),
			now,
		});
		const facts = [
			installationSetUp(id, {}),
			spaceCreated(id, { kind: root.kind }),
			territoriesImported(id, { country: 'MA', rows: rows.length }),
		];
		await recordFacts(tx, { actor: system, spaceId: id, now, origin: 'import' }, facts);
		return id;
	});
}

/** Everybody, without a password: the demonstration is entered by one click. */
function plantPeople(ground: Ground): Promise<Record<string, string>> {
	return once(ground, 'people', async (tx) => {
		const ids: Record<string, string> = {};
		for (const [i, { key, name, email, locale }] of ground.content.people.entries())
			ids[key] = await addPerson(tx, {
				name,
				email,
				locale,
				password: null,
				now: hoursAfter(morning(ground.base, beginning), 1 + i / 60),
			});
		return ids;
	});
}

const plantSpace = (loading: Loading, space: SeedSpace, parent: string): Promise<string> =>
	once(loading, `space ${space.key}`, async (tx) => {
		const now = hoursAfter(morning(loading.base, beginning - 1), loading.content.spaces.indexOf(space));
		const admin = actorOf(loading, someone(loading, parent, ['admin']), parent);
		const fields = await fieldsOf(tx, space, now);
		const { id } = await runWithin(tx, createSpace, callAt(loading, admin, parent, now), {
			...fields,
			kind: space.kind,
			address: space.address,
		});
		return id;
	});

/** Roles first given on the second day, in the order of the content; then rules and watched words by who moderates. */
const plantRules = (loading: Loading, space: SeedSpace): Promise<null> =>
	once(loading, `rules ${space.key}`, async (tx) => {
		const spaceId = idOf(loading.spaces, space.key);
		const day = morning(loading.base, beginning - 2);
		for (const [i, person] of loading.content.people.entries())
			for (const { role } of person.roles.filter((given) => given.space === space.key)) {
				const [personId, now] = [idOf(loading.persons, person.key), hoursAfter(day, i / 60)];
				await addRole(tx, { spaceId, personId, role, by: null, now });
				await recordFacts(tx, { actor: system, spaceId, now, origin: 'import' }, [
					roleGiven(spaceId, { role, personId }),
				]);
			}
		const moderator = actorOf(loading, someone(loading, space.key, ['moderator', 'coordinator', 'admin']), space.key);
		const call = callAt(loading, moderator, space.key, hoursAfter(day, 24));
		for (const { number, title, text, template } of space.rulebook)
			await runWithin(tx, saveRule, call, {
				number,
				texts: perLocale(title, (locale) => ({ title: title[locale], text: text[locale], template: template[locale] })),
			});
		await runWithin(tx, saveWatchedWords, call, { words: space.words.join('\n') });
		return null;
	});

/** Plants all of it; answers the ids by key. */
export async function plantSpaces(ground: Ground): Promise<Loading> {
	const { content } = ground;
	const root = content.spaces.find((space) => space.parent === null) ?? fail('no root');
	const spaces = new Map([[root.key, await plantRoot(ground, root)]]);
	const loading: Loading = { ...ground, spaces, persons: new Map(Object.entries(await plantPeople(ground))) };
	for (const space of content.spaces)
		if (space.parent !== null) spaces.set(space.key, await plantSpace(loading, space, space.parent));
	for (const space of content.spaces) await plantRules(loading, space);
	return loading;
}
