// Pages with a thread: what they show of it, and the form action by which people speak there.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { foreignLocale, guessLocale } from '#platform/html/index.ts';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import {
	type ContributionView,
	ownWords,
	quoteOf,
	type Sort,
	type ThreadPage,
	type ThreadView,
} from '#engines/conversation/index.ts';
import { contribute, listContributions, showContributionTo, topOf } from '#engines/conversation/server/index.ts';
import { textOf } from '#foundations/spaces/index.ts';
import { field, submit } from './acts.ts';
import { deviceOf } from './devices.ts';

const pageSize = 25;
const nothing: ThreadView = { open: false, published: 0, items: [], next: null };

const idIn = (event: RequestEvent, name: string): string | undefined => {
	const value = event.url.searchParams.get(name) ?? '';
	return isId(value) ? value : undefined;
};

async function pageOf(subjectId: string, sort: Sort, after: string | undefined, at: string | undefined) {
	const { db } = installation();
	const page = (await listContributions(db, subjectId, { sort, limit: pageSize, after })) ?? nothing;
	if (at === undefined) return { view: page, first: after === undefined };
	const top = await topOf(db, subjectId, at);
	if (top === null || page.items.some((item) => item.id === top)) return { view: page, first: after === undefined };
	return {
		view: (await listContributions(db, subjectId, { sort, limit: pageSize, from: top })) ?? nothing,
		first: false,
	};
}

async function quotedBy(subjectId: string, id: string | undefined): Promise<ThreadPage['quoted']> {
	if (id === undefined) return null;
	const found = await showContributionTo(installation().db, id);
	return found && found.subject_id === subjectId && found.state === 'published'
		? { id, text: quoteOf(found.text) }
		: null;
}

/** Each contribution with its language where a reader of this one must be told. */
const told = (items: readonly ContributionView[], reader: string): ContributionView[] =>
	items.map((item) => ({
		...item,
		foreign: foreignLocale(ownWords(item.text), item.locale, reader),
		replies: told(item.replies, reader),
	}));

/** A page of the subject's thread: `?sort`, `?after` a cursor, `?at` a contribution that must be on it, `?quote` one to quote. */
export async function threadFor(event: RequestEvent, { subjectId }: { subjectId: string }): Promise<ThreadPage> {
	const { space, person, locale, now } = event.locals;
	const sort: Sort = event.url.searchParams.get('sort') === 'newest' ? 'newest' : 'oldest';
	const quote = idIn(event, 'quote');
	const { view, first } = await pageOf(
		subjectId,
		sort,
		idIn(event, 'after'),
		idIn(event, 'at') ?? idIn(event, 'reply') ?? quote,
	);
	return {
		subjectId,
		path: event.url.pathname,
		locale,
		now,
		view: { ...view, items: told(view.items, locale) },
		sort,
		first,
		quoted: await quotedBy(subjectId, quote),
		held: person !== null && event.url.searchParams.get('held') === '1',
		may: !view.open ? 'closed' : person || space!.guestsComment ? 'contribute' : 'sign_in',
		me: person?.personId ?? null,
		screened: space!.holdNewGuests,
		rules: `/${locale}/s/${space!.address}/rules`,
		space: textOf(space!, locale),
	};
}

/** Where somebody lands after speaking: a guest at the private page of what they left, a person at their words. */
function landing(event: RequestEvent, result: { id: string; held: boolean; receipt: string | null }): string {
	const { pathname } = event.url;
	if (result.receipt) return `/${event.locals.locale}/r/${result.receipt}?new=1#main`;
	return result.held ? `${pathname}?held=1#thread` : `${pathname}?at=${result.id}#c-${result.id}`;
}

/** The action behind every form of a thread: a contribution, or a reply when the address says `?reply=`. */
function contributeAction(event: RequestEvent, { spaceId, subjectId }: { spaceId: string; subjectId: string }) {
	const parentId = idIn(event, 'reply') ?? '';
	return submit(event, contribute, {
		form: parentId ? `reply-${parentId}` : 'contribution',
		once: true,
		read: async (form) => {
			const [text, name] = [field(form, 'text'), field(form, 'name')];
			const device = await deviceOf(event, `${subjectId} ${parentId} ${name} ${text}`);
			return { subjectId, parentId, name, text, device, locale: guessLocale(ownWords(text)) ?? event.locals.locale };
		},
		call: (call) => ({ ...call, spaceId }),
		done: (result) => redirect(303, landing(event, result)),
	});
}

type Place = { spaceId: string; subjectId: string };

/** The actions of a page with a thread, to spread into its own: `actions = { ...threadActions(find), … }`. */
export const threadActions = <Event extends RequestEvent>(find: (event: Event) => Place | Promise<Place>) => ({
	contribute: async (event: Event) => contributeAction(event, await find(event)),
});
