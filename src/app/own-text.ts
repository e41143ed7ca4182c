// What somebody left, shown to them alone: its state in words, the reason of a refusal, and what they may still do.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#platform/actor.ts';
import { isLocale, type Locale } from '#platform/i18n/index.ts';
import type { Call } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects, heldKinds, subjectKind } from '#platform/server/subjects.ts';
import { type Space, textOf } from '#foundations/spaces/index.ts';
import { spaceTree } from '#foundations/spaces/server/index.ts';
import { dayOf } from '#platform/time.ts';
import { minutesToEdit } from '#engines/conversation/index.ts';
import { editContribution, withdrawContribution } from '#engines/conversation/server/index.ts';
import { appealDecision, decisionsAbout } from '#engines/moderation/server/index.ts';
import { editProposal, showProposal, withdrawProposal } from '#modules/participation/server/index.ts';
import { field, refused, submit } from './acts.ts';
import { placeFieldOf, placeIn } from './place-field.ts';

export type OwnKind = 'contribution' | 'proposal';
interface OwnPlace {
	kind: OwnKind;
	id: string;
	spaceId: string;
}
/** `gone`: public itself, but the page it stands on is not. */
type OwnState = 'published' | 'gone' | 'held' | 'refused' | 'withdrawn';

const stateOf = (state: string, decided: boolean): OwnState => {
	if (state === 'published' || state === 'held') return state;
	// Hidden without a decision that stands: a decision was taken back, and the text waits again.
	if (state === 'refused') return decided ? 'refused' : 'held';
	return 'withdrawn';
};

async function refusalOf(id: string, locale: string) {
	const [last] = await decisionsAbout(installation().db, [id]);
	if (!last || last.outcome !== 'refuse') return null;
	const texts = last.ruleTexts ?? {};
	const language = [last.sentence_locale ?? '', locale, ...Object.keys(texts)].find((candidate) => candidate in texts);
	const rule = language ? { number: last.ruleNumber!, title: texts[language]!.title, locale: language } : null;
	return {
		decisionId: last.id,
		rule,
		sentence: last.sentence ?? '',
		sentenceLocale: last.sentence_locale ?? locale,
		appeal: last.appealAt ? { text: last.appealText ?? '', at: last.appealAt } : null,
		final: last.source === 'appeal',
	};
}

/** What became of a proposal, as its author sees it before and after it is public. */
async function proposalOf(id: string, spaceId: string, actor: Actor, locale: Locale, now: Date) {
	const space = (await spaceTree()).byId.get(spaceId);
	const view = space && (await showProposal(installation().db, space, actor, { id }, now));
	return view
		? {
				view,
				placeField:
					minutesToEdit(view.createdAt, now) > 0 ? await placeFieldOf(space, locale, view.territory?.id) : null,
				name: textOf(space, locale).name,
				languages: space.languages,
				today: dayOf(now, space.zone),
			}
		: null;
}

/** One text with all its author needs to know; null when it does not exist. */
export async function showOwnText(place: { kind: string; id: string }, locale: Locale, now: Date) {
	const { db } = installation();
	const text = await subjectKind(place.kind).text?.read(db, place.id);
	if (!text) return null;
	const kind = place.kind as OwnKind;
	const refusal = await refusalOf(place.id, locale);
	const state = stateOf(text.state, refusal !== null);
	const about = await describeSubjects(db, [{ kind, id: place.id }, ...(text.under ? [text.under] : [])], locale);
	const self = about.get(place.id);
	const under = text.under ? about.get(text.under.id) : undefined;
	const { kind: authorKind, id: authorId } = text.author;
	const author: Actor = { kind: authorKind === 'guest' ? 'guest' : 'person', id: authorId, roles: [] };
	const proposal = kind === 'proposal' ? await proposalOf(place.id, text.spaceId, author, locale, now) : null;
	const open = state === 'published' || text.state === 'held';
	return {
		kind,
		id: place.id,
		spaceId: text.spaceId,
		title: text.title,
		text: text.text,
		locale: isLocale(text.locale) ? text.locale : 'fr',
		at: text.at,
		state: state === 'published' && !self?.visible ? ('gone' as const) : state,
		path: self?.visible ? self.path : null,
		under: under ? { title: under.title, locale: under.locale, path: under.visible ? under.path : null } : null,
		minutes: open && !proposal?.view.answer ? minutesToEdit(text.at, now) : 0,
		proposal,
		refusal: state === 'refused' ? refusal : null,
	};
}
export type OwnText = NonNullable<Awaited<ReturnType<typeof showOwnText>>>;

/** Contributions and proposals of a person, newest first, a page at a time (`after` is the last id of the page before). */
export async function listOwnTexts(personId: string, locale: Locale, now: Date, after: string | undefined, limit = 20) {
	const { db } = installation();
	const all: { kind: string; id: string }[] = [];
	for (const { kind, text } of heldKinds())
		for (const { id } of await text!.byAuthor(db, personId)) all.push({ kind, id });
	const rest = all.filter(({ id }) => after === undefined || id < after).sort((a, b) => (a.id < b.id ? 1 : -1));
	const items: OwnText[] = [];
	for (const place of rest.slice(0, limit)) {
		const own = await showOwnText(place, locale, now);
		if (own) items.push(own);
	}
	return { items, next: rest.length > limit ? rest[limit - 1]!.id : null };
}

/** The fields of the form by which a proposal is corrected. */
export const readProposal = (event: RequestEvent, id: string, space: Space) => async (form: FormData) => ({
	id,
	title: field(form, 'title'),
	text: field(form, 'text'),
	place: field(form, 'place'),
	territory: await placeIn(event, form, space),
});

/** Finds what an action is about and who acts; null when there is no such thing. */
export type FindOwn = (event: RequestEvent) => Promise<{ place: OwnPlace; actor: Actor } | null>;

/** The actions of a page that shows own texts: correct, withdraw, answer a refusal. */
export function ownActions(find: FindOwn) {
	const act =
		(
			name: string,
			work: (
				event: RequestEvent,
				place: OwnPlace,
				options: { form: string; call: (call: Call) => Call; done: () => never },
			) => unknown,
		) =>
		async (event: RequestEvent) => {
			const found = await find(event);
			if (!found) return refused('default', { code: 'subject.not_found' });
			const { place, actor } = found;
			return work(event, place, {
				form: `${name}-${place.id}`,
				call: (call) => ({ ...call, actor, spaceId: place.spaceId }),
				done: () => redirect(303, `${event.url.pathname}?done=${name}#o-${place.id}`),
			});
		};
	return {
		edit: act('edit', (event, place, options) => {
			if (place.kind === 'proposal') {
				const space = event.locals.tree.byId.get(place.spaceId)!;
				return submit(event, editProposal, { ...options, read: readProposal(event, place.id, space) });
			}
			return submit(event, editContribution, {
				...options,
				read: (form) => ({ id: place.id, text: field(form, 'text') }),
			});
		}),
		withdraw: act('withdraw', (event, place, options) => {
			const read = () => ({ id: place.id });
			return place.kind === 'proposal'
				? submit(event, withdrawProposal, { ...options, read })
				: submit(event, withdrawContribution, { ...options, read });
		}),
		appeal: act('appeal', (event, _place, options) =>
			submit(event, appealDecision, {
				...options,
				read: (form) => ({ decisionId: field(form, 'decisionId'), text: field(form, 'appeal') }),
			}),
		),
	};
}
