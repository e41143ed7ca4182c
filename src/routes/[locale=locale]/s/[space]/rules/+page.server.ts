// The rules of the discussion, for everybody.
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { listRules } from '#engines/moderation/server/index.ts';
import { wordsOf } from '#app/moderation-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { space, locale } = locals;
	const rules = await listRules(installation().db, space!.id);
	return {
		page: new ServerOnly({
			rules: rules.flatMap((rule) => ({ number: rule.number, words: wordsOf(rule, [locale, ...space!.languages]) })),
		}),
	};
};
