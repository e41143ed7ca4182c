// Adds a version in another language to a work.
import { z } from 'zod';
import { idField, localeField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { workDrafted } from '../facts.ts';
import { mayWrite } from '../policy.ts';
import { textFields } from './draft-work.ts';
import { addVersion } from './store.ts';
import './schema.ts';

export const addLanguage = defineCommand({
	name: 'publishing.addLanguage',
	about: 'Adds a language version to a work, as a draft.',
	api: true,
	input: z.object({ workId: idField, locale: localeField, ...textFields }),
	async load(tx, input, call) {
		const work = await tx
			.selectFrom('work')
			.select(['id', 'short', 'author_id'])
			.where('id', '=', input.workId)
			.where('space_id', '=', call.spaceId)
			.executeTakeFirst();
		return work ?? refuse('subject.not_found');
	},
	allow: mayWrite,
	async run({ tx, input, loaded: work, actor, spaceId, now }) {
		const { locale, title, summary, body } = input;
		const version = await addVersion(tx, { ...work, spaceId: spaceId! }, locale, { title, summary, body }, now);
		return {
			result: { versionId: version.id },
			facts: [workDrafted(version.id, { workId: work.id, locale, role: actor.roles[0] ?? null })],
		};
	},
});
