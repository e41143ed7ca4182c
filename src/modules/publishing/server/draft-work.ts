// Starts a work with its first version.
import { z } from 'zod';
import { hasControls, idField, lineField, localeField, optional, textField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { placeRefusals, takePlace } from '#foundations/spaces/server/index.ts';
import { workDrafted } from '../facts.ts';
import { mayWrite } from '../policy.ts';
import { checkCredit, checkPicture, sharedRefusals } from './check-credit.ts';
import { addVersion, addWork } from './store.ts';

export const textFields = {
	title: lineField(1, 160),
	summary: textField(0, 400),
	/** HTML as the editor or the plain form made it; cleaned whenever it is shown. */
	body: textField(0, 200_000),
};

const address = z
	.url({ protocol: /^https?$/, error: 'field.address_wrong' })
	.max(2_000)
	.refine((url) => !hasControls(url), 'field.control_characters');
export const creditFields = {
	creditName: optional(lineField(1, 120)),
	creditUrl: optional(address),
	imageFile: optional(idField),
	imageAlt: optional(lineField(0, 240)),
};

/** An id, or a name in any language, perhaps with the level or the place above in brackets. */
export const placeField = optional(lineField(0, 120));

export const draftWork = defineCommand({
	name: 'publishing.draftWork',
	about: 'Starts an article with its first language version, as a draft.',
	api: true,
	input: z.object({ locale: localeField, ...textFields, ...creditFields, territory: placeField }),
	check: async (given, { tx, call }) => [
		...sharedRefusals(given),
		...(await placeRefusals(tx, call.spaceId, given.territory)),
	],
	load: () => Promise.resolve(null),
	allow: mayWrite,
	async run({ tx, input, actor, spaceId, now }) {
		const { locale, title, summary, body } = input;
		const credit = checkCredit(input);
		await checkPicture(tx, spaceId!, input, null);
		const work = (await addWork(tx, {
			spaceId: spaceId!,
			authorId: actor.id,
			kind: 'article',
			credit,
			imageFile: input.imageFile,
			imageAlt: input.imageAlt,
			territoryId: await takePlace(tx, spaceId!, input.territory),
			now,
		}))!;
		const version = await addVersion(tx, { ...work, spaceId: spaceId! }, locale, { title, summary, body }, now);
		return {
			result: { workId: work.id, versionId: version.id },
			facts: [workDrafted(version.id, { workId: work.id, locale, role: actor.roles[0] ?? null })],
		};
	},
});
