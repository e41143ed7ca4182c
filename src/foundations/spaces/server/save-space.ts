// Creating a space below another, and changing its names, brand, languages and rules for guests.
import { z } from 'zod';
import { holds } from '#platform/actor.ts';
import { countField, idField, nameField, localeField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { spaceChanged, spaceCreated } from '../facts.ts';
import { may } from '../role.ts';
import { addressShape, spaceKinds } from '../space.ts';
import { readSpace } from './read-spaces.ts';
import './schema.ts';

const zones = new Set(Intl.supportedValuesOf('timeZone'));
const texts = z.partialRecord(localeField, z.object({ name: nameField(1, 80), description: textField(0, 600) }));

export const spaceFields = z.object({
	texts,
	languages: z.array(localeField).min(1),
	hue: z.coerce.number().int().min(0).max(359),
	chroma: z.enum(['low', 'high']).default('high'),
	secondHue: z.coerce.number().int().min(0).max(359),
	logoFile: optional(idField),
	zone: z
		.string()
		.refine((zone) => zones.has(zone), 'field.invalid')
		.default('Africa/Casablanca'),
	region: z
		.string()
		.regex(/^[A-Z]{2}$/, 'field.invalid')
		.default('MA'),
	territoryId: optional(idField),
	guestsComment: z.boolean().default(true),
	guestsSupport: z.boolean().default(true),
	guestsPropose: z.boolean().default(true),
	holdNewGuests: z.boolean().default(false),
	signOffRequired: z.boolean().default(false),
	answerDays: z.coerce.number().int().min(1).max(365).default(40),
});
type Fields = z.infer<typeof spaceFields>;

const columns = (fields: Fields) => ({
	hue: (Math.round(fields.hue / 10) * 10) % 360,
	chroma: fields.chroma,
	second_hue: (Math.round(fields.secondHue / 10) * 10) % 360,
	logo_file: fields.logoFile,
	languages: [...new Set(fields.languages)],
	zone: fields.zone,
	region: fields.region,
	territory_id: fields.territoryId,
	guests_comment: fields.guestsComment,
	guests_support: fields.guestsSupport,
	guests_propose: fields.guestsPropose,
	hold_new_guests: fields.holdNewGuests,
	sign_off_required: fields.signOffRequired,
	answer_days: fields.answerDays,
});

async function saveTexts(tx: Tx, spaceId: string, fields: Fields): Promise<void> {
	const kept = Object.keys(fields.texts);
	if (kept.length > 0)
		await tx.deleteFrom('space_text').where('space_id', '=', spaceId).where('locale', 'not in', kept).execute();
	for (const [locale, text] of Object.entries(fields.texts))
		await tx
			.insertInto('space_text')
			.values({ space_id: spaceId, locale, ...text })
			.onConflict((conflict) => conflict.columns(['space_id', 'locale']).doUpdateSet(text))
			.execute();
}

/** The logos of spaces. */
export async function logosInUse(db: Db | Tx): Promise<string[]> {
	const rows = await db.selectFrom('space').select('logo_file').where('logo_file', 'is not', null).execute();
	return rows.map((row) => row.logo_file!);
}

/** Refuses a logo that was not brought into this space. */
async function checkLogo(tx: Tx, spaceId: string, logoFile: string): Promise<void> {
	const file = await tx.selectFrom('file').select('space_id').where('id', '=', logoFile).executeTakeFirst();
	if (file?.space_id !== spaceId) refuse('image.not_found', {}, 'logo');
}

/** Writes a space's rows; the caller has checked who may. */
export async function insertSpace(
	tx: Tx,
	space: { parentId: string | null; kind: string; address: string; fields: Fields; now: Date; id?: string },
): Promise<string> {
	const id = space.id ?? newId(space.now.getTime());
	const taken = await tx
		.insertInto('space')
		.values({
			id,
			parent_id: space.parentId,
			kind: space.kind,
			address: space.address,
			created_at: space.now,
			...columns(space.fields),
		})
		.onConflict((conflict) => conflict.column('address').doNothing())
		.executeTakeFirst();
	if (taken.numInsertedOrUpdatedRows === 0n) refuse('address.taken', {}, 'address');
	await saveTexts(tx, id, space.fields);
	return id;
}

export const createSpace = defineCommand({
	name: 'spaces.createSpace',
	about: 'Creates a space below this one.',
	input: spaceFields.extend({
		kind: z.enum(spaceKinds),
		address: z.string().trim().toLowerCase().regex(addressShape, 'address.shape'),
	}),
	async check({ address }, { tx }) {
		if (!address) return [];
		const namesake = await tx.selectFrom('space').select('id').where('address', '=', address).executeTakeFirst();
		return namesake ? [{ code: 'address.taken', field: 'address' }] : [];
	},
	load: () => Promise.resolve(null),
	allow: (actor) => (holds(actor, ...may.administer) ? null : { code: 'access.denied' }),
	async run({ tx, input, spaceId, now }) {
		const { kind, address, ...fields } = input;
		const id = await insertSpace(tx, { parentId: spaceId, kind, address, fields, now });
		return { result: { id }, facts: [spaceCreated(id, { kind })] };
	},
});

export const changeSpace = defineCommand({
	name: 'spaces.changeSpace',
	about: 'Changes names, brand, languages, zone and guest rules of this space.',
	input: spaceFields.extend({ v: countField }),
	async load(tx, _input, call) {
		return (call.spaceId ? await readSpace(tx, call.spaceId) : null) ?? refuse('space.not_found');
	},
	allow: (actor) => (holds(actor, ...may.manage) ? null : { code: 'access.denied' }),
	async run({ tx, input, loaded: space }) {
		const { v, ...fields } = input;
		if (fields.logoFile && fields.logoFile !== space.logoFile) await checkLogo(tx, space.id, fields.logoFile);
		const done = await tx
			.updateTable('space')
			.set({ ...columns(fields), v: v + 1 })
			.where('id', '=', space.id)
			.where('v', '=', v)
			.executeTakeFirst();
		if (done.numUpdatedRows === 0n) refuse('version.stale');
		await saveTexts(tx, space.id, fields);
		return { result: { v: v + 1 }, facts: [spaceChanged(space.id, {})] };
	},
});
