// A person changes the name they are shown by and the language they are written to in.
import { z } from 'zod';
import { nameField, localeField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { profileChanged } from '../facts.ts';
import './schema.ts';

export const changeProfile = defineCommand({
	name: 'accounts.changeProfile',
	about: 'Changes one’s name and language.',
	input: z.object({ name: nameField(1, 80), locale: localeField }),
	load: () => Promise.resolve(null),
	allow: (actor) => (actor.kind === 'person' && actor.id ? null : { code: 'access.sign_in' }),
	async run({ tx, input, actor, now }) {
		await tx
			.updateTable('person')
			.set({ name: input.name, locale: input.locale, updated_at: now })
			.where('id', '=', actor.id!)
			.execute();
		return { result: {}, facts: [profileChanged(actor.id!, {})] };
	},
});
