// Saves the form of a version; over somebody else's newer text, credit or picture it is refused and nothing is lost.
import { z } from 'zod';
import { countField, idField, optional } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { placeRefusals, takePlace } from '#foundations/spaces/server/index.ts';
import { versionSaved } from '../facts.ts';
import { differing, mergeShared, type SharedFields } from '../shared-fields.ts';
import { mayMove } from '../work.ts';
import { checkCredit, checkPicture, sharedRefusals } from './check-credit.ts';
import { creditFields, placeField, textFields } from './draft-work.ts';
import { saveShared, saveText, takeVersion, type Version } from './store.ts';

const before = z.string().max(10_000).nullable().default(null);
const sharedBefore = z
	.object({ creditName: before, creditUrl: before, imageFile: before, imageAlt: before })
	.nullable()
	.default(null);

type Sent = { [Name in keyof SharedFields]?: SharedFields[Name] | undefined };

/** The shared fields somebody sent; one that is absent stays as it was seen. */
const sentIn = (sent: Sent, seen: SharedFields): SharedFields => ({
	creditName: sent.creditName === undefined ? seen.creditName : sent.creditName,
	creditUrl: sent.creditUrl === undefined ? seen.creditUrl : sent.creditUrl,
	imageFile: sent.imageFile === undefined ? seen.imageFile : sent.imageFile,
	imageAlt: sent.imageAlt === undefined ? seen.imageAlt : sent.imageAlt,
});

interface SentPlace {
	territory?: string | null | undefined;
	territorySeen?: string | null | undefined;
}

/** The place to store: the one sent, unless the sender left alone what somebody else has changed since. */
async function placeFor(tx: Tx, version: Version, { territory, territorySeen }: SentPlace): Promise<string | null> {
	if (territory === undefined) return version.territoryId;
	const sent = await takePlace(tx, version.spaceId, territory);
	if (territorySeen === undefined || territorySeen === version.territoryId || sent === version.territoryId) return sent;
	return sent === territorySeen ? version.territoryId : refuse('place.stale', {}, 'territory');
}

export const saveVersion = defineCommand({
	name: 'publishing.saveVersion',
	about: 'Saves title, summary, text, credit, picture and place of a version whose number is still the newest.',
	api: true,
	input: z.object({
		versionId: idField,
		v: countField,
		...textFields,
		creditName: creditFields.creditName.optional(),
		creditUrl: creditFields.creditUrl.optional(),
		imageFile: creditFields.imageFile.optional(),
		imageAlt: creditFields.imageAlt.optional(),
		territory: placeField.optional(),
		/** The place as it stood when the form was drawn. */
		territorySeen: optional(idField).optional(),
		/** Credit and picture as they stood when the form was drawn: what is unlike it was changed by the sender. */
		seen: sharedBefore,
		/** Newer ones that the sender has been shown since, and saves over. */
		shown: sharedBefore,
	}),
	check: async (given, { tx, call }) => [
		...sharedRefusals(given),
		...(await placeRefusals(tx, call.spaceId, given.territory)),
	],
	load: (tx, input, call) => takeVersion(tx, call.spaceId, input.versionId),
	allow: (actor, version) => mayMove(actor, version, 'save'),
	async run({ tx, input, loaded: version, now }) {
		const { title, summary, body, seen, shown } = input;
		const v = await saveText(tx, version, { title, summary, body }, input.v, now);
		const { fields, clashes } = mergeShared(version.shared, sentIn(input, seen ?? version.shared), seen);
		const unseen = shown ? differing(version.shared, shown) : clashes;
		if (clashes.some((group) => unseen.includes(group))) refuse('version.stale');
		const credit = checkCredit(fields);
		await checkPicture(tx, version.spaceId, fields, version.shared.imageFile);
		await saveShared(tx, version.workId, credit, fields, await placeFor(tx, version, input));
		return { result: { v }, facts: [versionSaved(version.id, { workId: version.workId, locale: version.locale, v })] };
	},
});
