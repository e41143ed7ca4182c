// What a space lets screening watch, by its own setting or that of the nearest space above that has one.
import { z } from 'zod';
import { textField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { readSpaceTree, withAncestors } from '#foundations/spaces/server/index.ts';
import { screeningChanged } from '../facts.ts';
import { mayModerate } from '../policy.ts';
import { defaultWords } from '../screening/index.ts';
import { hostOf, type ScreeningSetting, startingSetting } from '../screening-setting.ts';
import './schema.ts';

/** The setting in force, for spaces ordered from this one upwards; and the sites of every space. */
export async function readScreening(
	db: Db | Tx,
	spaces: readonly string[],
): Promise<{ setting: ScreeningSetting; sites: readonly string[] }> {
	const rows = await db.selectFrom('screening_setting').selectAll().execute();
	const sites = [...new Set(rows.flatMap((row) => row.hosts))];
	for (const id of spaces) {
		const row = rows.find((one) => one.space_id === id);
		if (!row) continue;
		const { default_words: watched, exempt, links, links_first: linksFirst } = row;
		const hosts = id === spaces[0] ? row.hosts : [];
		return { setting: { defaultWords: watched, exempt, links, linksFirst, hosts }, sites };
	}
	return { setting: startingSetting, sites };
}

/** The setting in force in a space, as its rules page shows it. */
export const showScreening = async (db: Db, spaceId: string): Promise<ScreeningSetting> =>
	(await readScreening(db, withAncestors(await readSpaceTree(db), spaceId))).setting;

const known = new Set(defaultWords.map(({ pattern }) => pattern));
const few = z.coerce.number().int().min(0).max(20);

const linesOf = (hosts: string): string[] => hosts.split(/[\s,;]+/u).filter(Boolean);

export const saveScreening = defineCommand({
	name: 'moderation.saveScreening',
	about: 'Sets what screening watches in this space: the starting list or parts of it, links, sites of its own.',
	input: z.object({
		defaultWords: z.boolean(),
		/** Words of the starting list that stay watched. */
		watched: z.array(z.string().max(60)).max(500),
		links: few,
		linksFirst: few,
		hosts: textField(0, 5_000),
	}),
	check({ hosts = '' }) {
		const line = linesOf(hosts).find((each) => !hostOf(each));
		return line ? [{ code: 'screening.not_a_site', params: { line: line.slice(0, 80) }, field: 'hosts' }] : [];
	},
	load: () => Promise.resolve(null),
	allow: mayModerate,
	async run({ tx, input, spaceId }) {
		const hosts = linesOf(input.hosts).flatMap((line) => hostOf(line) ?? []);
		const watched = new Set(input.watched);
		const setting = {
			default_words: input.defaultWords,
			exempt: JSON.stringify([...known].filter((pattern) => !watched.has(pattern))),
			links: input.links,
			links_first: Math.min(input.linksFirst, input.links),
			hosts: JSON.stringify([...new Set(hosts)]),
		};
		await tx
			.insertInto('screening_setting')
			.values({ space_id: spaceId!, ...setting })
			.onConflict((conflict) => conflict.column('space_id').doUpdateSet(setting))
			.execute();
		const { defaultWords: on, links } = input;
		const exempt = known.size - [...known].filter((pattern) => watched.has(pattern)).length;
		return {
			result: {},
			facts: [screeningChanged(spaceId!, { defaultWords: on, exempt, links, linksFirst: setting.links_first })],
		};
	},
});
