// Saves the text of a version; a save over somebody else's newer one is refused and nothing is lost.
import { z } from 'zod';
import { countField, idField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { versionSaved } from '../facts.ts';
import { mayMove } from '../work.ts';
import { checkCredit, checkPicture } from './check-credit.ts';
import { creditFields, textFields } from './draft-work.ts';
import { saveText, takeVersion } from './store.ts';

export const saveVersion = defineCommand({
	name: 'publishing.saveVersion',
	about: 'Saves title, summary, text, credit and picture of a version whose number is still the newest.',
	api: true,
	input: z.object({ versionId: idField, v: countField, ...textFields, ...creditFields }),
	load: (tx, input, call) => takeVersion(tx, call.spaceId, input.versionId),
	allow: (actor, version) => mayMove(actor, version, 'save'),
	async run({ tx, input, loaded: version, now }) {
		const { title, summary, body } = input;
		const v = await saveText(tx, version, { title, summary, body }, input.v, now);
		const credit = checkCredit(input);
		await checkPicture(tx, version.spaceId, input, version.imageFile);
		await tx
			.updateTable('work')
			.set({ credit: credit && JSON.stringify(credit), image_file: input.imageFile, image_alt: input.imageAlt })
			.where('id', '=', version.workId)
			.execute();
		return { result: { v }, facts: [versionSaved(version.id, { workId: version.workId, locale: version.locale, v })] };
	},
});
