// The rulebook of a space and the words that hold a text for a moderator's eye.
import { z } from 'zod';
import { lineField, localeField, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { readSpaceTree, withAncestors } from '#foundations/spaces/server/index.ts';
import { rulebookChanged } from '../facts.ts';
import { mayModerate } from '../policy.ts';
import type { RuleText } from './schema.ts';

export interface Rule {
	id: string;
	/** The space that made it: this one or one above. */
	spaceId: string;
	number: number;
	texts: Record<string, RuleText>;
}

/** The rules a space made itself, by number. */
export async function listOwnRules(db: Db | Tx, spaceId: string): Promise<Rule[]> {
	const rows = await db
		.selectFrom('rule')
		.select(['id', 'number', 'texts'])
		.where('space_id', '=', spaceId)
		.where('retired_at', 'is', null)
		.orderBy('number')
		.execute();
	return rows.map((row) => ({ ...row, spaceId }));
}

/** The rules in force, by number. A space without its own uses those of the space above. */
export async function listRules(db: Db | Tx, spaceId: string): Promise<Rule[]> {
	for (const at of withAncestors(await readSpaceTree(db), spaceId)) {
		const rules = await listOwnRules(db, at);
		if (rules.length > 0) return rules;
	}
	return [];
}

const ruleText = z.object({ title: lineField(2, 120), text: textField(2, 1_000), template: textField(10, 1_000) });

export const saveRule = defineCommand({
	name: 'moderation.saveRule',
	about: 'Adds a rule or replaces the one of that number; the old wording stays with the decisions that used it.',
	input: z.object({ number: z.coerce.number().int().min(1).max(99), texts: z.partialRecord(localeField, ruleText) }),
	load: () => Promise.resolve(null),
	allow: mayModerate,
	async run({ tx, input, spaceId, now }) {
		const id = newId();
		await tx
			.updateTable('rule')
			.set({ retired_at: now })
			.where('space_id', '=', spaceId)
			.where('number', '=', input.number)
			.where('retired_at', 'is', null)
			.execute();
		await tx
			.insertInto('rule')
			.values({
				id,
				space_id: spaceId!,
				number: input.number,
				texts: JSON.stringify(input.texts),
				since: now,
				retired_at: null,
			})
			.execute();
		return { result: { id }, facts: [rulebookChanged(id, {})] };
	},
});

export const retireRule = defineCommand({
	name: 'moderation.retireRule',
	about: 'Takes a rule out of force.',
	input: z.object({ number: z.coerce.number().int().min(1).max(99) }),
	load: () => Promise.resolve(null),
	allow: mayModerate,
	async run({ tx, input, spaceId, now }) {
		await tx
			.updateTable('rule')
			.set({ retired_at: now })
			.where('space_id', '=', spaceId)
			.where('number', '=', input.number)
			.where('retired_at', 'is', null)
			.execute();
		return { result: {}, facts: [rulebookChanged(spaceId!, {})] };
	},
});

export const listWatchedWords = (db: Db, spaceId: string) =>
	db
		.selectFrom('watched_word')
		.select(['pattern', 'match'])
		.where('space_id', '=', spaceId)
		.orderBy('pattern')
		.execute();

/** Adds watched words inside an act; repeated patterns are left as they are. */
export async function addWatchedWords(
	tx: Tx,
	spaceId: string,
	words: readonly { pattern: string; match: 'word' | 'skeleton' }[],
): Promise<void> {
	if (words.length === 0) return;
	await tx
		.insertInto('watched_word')
		.values(words.map((word) => ({ space_id: spaceId, ...word })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export const saveWatchedWords = defineCommand({
	name: 'moderation.saveWatchedWords',
	about: 'Replaces the list of watched words of this space: one a line, * stands for any letters.',
	input: z.object({ words: textField(0, 20_000) }),
	load: () => Promise.resolve(null),
	allow: mayModerate,
	async run({ tx, input, spaceId }) {
		const patterns = [
			...new Set(
				input.words
					.split('\n')
					.map((line) => line.trim())
					.filter(Boolean),
			),
		].slice(0, 2_000);
		await tx.deleteFrom('watched_word').where('space_id', '=', spaceId).execute();
		await addWatchedWords(
			tx,
			spaceId!,
			patterns.map((pattern) => ({ pattern, match: 'skeleton' })),
		);
		return { result: { words: patterns.length }, facts: [rulebookChanged(spaceId!, {})] };
	},
});
