// The moderators' desk: queues with counts, a case with all its context, and where a decision leads.
import type { RequestEvent } from '@sveltejs/kit';
import { guessLocale } from '#platform/html/index.ts';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import { showContributionTo } from '#engines/conversation/server/index.ts';
import { deedOf, undoMinutes } from '#engines/moderation/index.ts';
import {
	countCases,
	listCases,
	listRules,
	nextCase,
	openCaseAbout,
	type Rule,
	showCase,
	showDecision,
} from '#engines/moderation/server/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';

const queues = ['all', 'screening', 'flag', 'appeal'] as const;
type Queue = (typeof queues)[number];

export const deskPath = (locale: string, space: Space): string => `/${locale}/desk/s/${space.address}/moderation`;

const queueOf = (event: RequestEvent): Queue =>
	queues.find((queue) => queue === event.url.searchParams.get('queue')) ?? 'all';

/** The queue asked for (`?queue=`), oldest first, and how much waits in each for the person who asks. */
export async function queueFor(event: RequestEvent) {
	const { space, locale } = event.locals;
	const { db } = installation();
	const queue = queueOf(event);
	const me = event.locals.person!.personId;
	const counts = await countCases(db, space!.id, me);
	const open = await listCases(db, space!.id, { source: queue === 'all' ? undefined : queue, limit: 50, locale });
	const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
	return {
		queue,
		items: open.filter(({ notBy }) => notBy !== me),
		/** Cases that came back against a decision of this person: somebody else takes them. */
		others: open.filter(({ notBy }) => notBy === me),
		counts: { ...counts, all } as Record<Queue, number | undefined>,
		path: deskPath(locale, space!),
		undo: await undoable(event),
	};
}

/** The decision just taken (`?decided=`), while it can be taken back. */
async function undoable(event: RequestEvent) {
	const { space, now } = event.locals;
	const id = event.url.searchParams.get('decided') ?? '';
	const decision = isId(id) ? await showDecision(installation().db, space!.id, id) : null;
	if (!decision || decision.undone_at || now.getTime() - decision.at.getTime() > undoMinutes * 60_000) return null;
	return { id, deed: deedOf(decision.outcome, decision.state_before) };
}

/** A rule's words in the author's language, else in another with the language said. */
export function wordsOf(rule: Rule, languages: readonly string[]) {
	const locale = [...languages, ...Object.keys(rule.texts)].find((language) => rule.texts[language]);
	return locale ? { locale, ...rule.texts[locale]! } : null;
}

async function parentOf(kind: string, id: string) {
	const { db } = installation();
	const own = kind === 'contribution' ? await showContributionTo(db, id) : null;
	const parent = own?.parent_id ? await showContributionTo(db, own.parent_id) : null;
	if (!parent) return null;
	const names = await namesOf(db, [{ kind: parent.author_kind, id: parent.author_id }]);
	return { text: parent.text, locale: parent.locale, name: names.get(parent.author_id) || null };
}

/** One case as its page shows it; `?rule=` fills in the sentence of that rule. Null when there is no such case here. */
export async function caseFor(event: RequestEvent) {
	const { space, locale, person } = event.locals;
	const { db } = installation();
	const id = (event.params as { case: string }).case;
	const found = isId(id) ? await showCase(db, space!.id, id, locale) : null;
	if (!found) return null;
	const rules = (await listRules(db, space!.id)).flatMap((rule) => {
		const template = wordsOf(rule, [found.text.locale, locale, ...space!.languages]);
		const shown = wordsOf(rule, [locale, ...space!.languages]);
		return template && shown
			? [
					{
						id: rule.id,
						number: rule.number,
						title: shown.title,
						titleLocale: shown.locale,
						sentence: template.template,
						sentenceLocale: template.locale,
					},
				]
			: [];
	});
	const asked = Number(event.url.searchParams.get('rule'));
	return {
		case: found,
		rules,
		chosen: rules.find((rule) => rule.number === asked) ?? null,
		whole: found.text.title === null ? found.text.text : `${found.text.title}\n${found.text.text}`,
		parent: await parentOf(found.subjectKind, found.subjectId),
		barred: found.notBy === person!.personId,
		/** Where the same text waits once more, when this case is over. */
		again: found.state === 'open' ? null : await openCaseAbout(db, space!.id, found.subjectId),
		next: await nextCase(db, space!.id, found.id, person!.personId),
	};
}
export type CasePage = NonNullable<Awaited<ReturnType<typeof caseFor>>>;

/** Where a moderator goes after a decision: the next open case, with the decision at hand to take it back. */
export async function afterDecision(event: RequestEvent, decisionId: string): Promise<string> {
	const { space, locale, person } = event.locals;
	const { case: decided } = event.params as { case: string };
	const next = await nextCase(installation().db, space!.id, decided, person!.personId);
	const queue = queueOf(event);
	return `${deskPath(locale, space!)}${next ? `/${next}` : ''}?decided=${decisionId}${queue === 'all' ? '' : `&queue=${queue}`}#main`;
}

/** The language of the sentence written to an author: what its letters say, else that of the template. */
export const sentenceLocale = (sentence: string, template: string): string => guessLocale(sentence) ?? template;
