// The rulebook of a space and its watched words.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { run } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import {
	listOwnRules,
	listRules,
	listWatchedWords,
	retireRule,
	saveRule,
	saveScreening,
	saveWatchedWords,
	showScreening,
	startingLists,
} from '#engines/moderation/server/index.ts';
import { attempt, callOf, field, submit } from '#app/acts.ts';
import { ruleTextsOf } from '#app/rulebook-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { space, tree } = locals;
	const { db } = installation();
	const own = await listOwnRules(db, space!.id);
	const inherited = own.length === 0 ? await listRules(db, space!.id) : [];
	const from = inherited[0] ? (tree.byId.get(inherited[0].spaceId) ?? null) : null;
	const words = await listWatchedWords(db, space!.id);
	return {
		page: new ServerOnly({
			own,
			inherited,
			from,
			words: words.map((word) => word.pattern).join('\n'),
			wordCount: words.length,
			screening: await showScreening(db, space!.id),
			lists: startingLists,
			done: url.searchParams.get('done'),
		}),
	};
};

const numberOf = (event: RequestEvent): string => event.url.searchParams.get('number') ?? '';
const back = (event: RequestEvent, done: string) => (): never => redirect(303, `${event.url.pathname}?done=${done}`);

export const actions = {
	save: (event) =>
		submit(event, saveRule, {
			form: `rule-${numberOf(event)}`,
			read: async (form, aside) => ({
				number: numberOf(event),
				texts: await aside(() => ruleTextsOf(form, field(form, 'languages').split(' ')), {}),
			}),
			done: back(event, 'rule'),
		}),
	retire: (event) =>
		submit(event, retireRule, {
			form: `rule-${numberOf(event)}`,
			read: () => ({ number: numberOf(event) }),
			done: back(event, 'retired'),
		}),
	words: (event) =>
		submit(event, saveWatchedWords, {
			form: 'words',
			// An empty list is one; a form without the field is not.
			read: (form) => ({ words: form.get('words') ?? undefined }),
			done: back(event, 'words'),
		}),
	screening: (event) =>
		submit(event, saveScreening, {
			form: 'screening',
			read: (form) => ({
				defaultWords: form.has('defaultWords'),
				watched: form.getAll('watched'),
				links: form.get('links') || undefined,
				linksFirst: form.get('linksFirst') || undefined,
				hosts: form.get('hosts') ?? undefined,
			}),
			done: back(event, 'screening'),
		}),
	/** Takes over the rules of the space above as this space's own. */
	adopt: (event) =>
		attempt(event, 'adopt', async () => {
			const { db } = installation();
			const spaceId = event.locals.space!.id;
			if ((await listOwnRules(db, spaceId)).length === 0)
				for (const { number, texts } of await listRules(db, spaceId))
					await run(db, saveRule, callOf(event), { number, texts });
			return redirect(303, `${event.url.pathname}?done=rule`);
		}),
} satisfies Actions;
