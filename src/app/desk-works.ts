// The desk of works: which tab holds which states, how many stand in each, and what one page of a tab shows.
import type { RequestEvent } from '@sveltejs/kit';
import { holds } from '#platform/actor.ts';
import { installation } from '#platform/server/installation.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { may } from '#foundations/spaces/index.ts';
import { signable, type State, states as allStates } from '#modules/publishing/index.ts';
import { countAwaitingSignOff, countVersions, listChips, listVersions } from '#modules/publishing/server/index.ts';

/** `whose`: the reader's own in whatever state, other people's, or all. */
const tabs = {
	mine: { states: allStates, whose: 'own' },
	review: { states: ['proposed', 'accepted'], whose: 'all' },
	sign_off: { states: signable, whose: 'others' },
	scheduled: { states: ['scheduled'], whose: 'all' },
	published: { states: ['published'], whose: 'all' },
	withdrawn: { states: ['withdrawn'], whose: 'all' },
	drafts: { states: ['draft', 'returned'], whose: 'others' },
} as const satisfies Record<string, { states: readonly State[]; whose: 'own' | 'others' | 'all' }>;
export type WorksTab = keyof typeof tabs;

const isTab = (text: string | null): text is WorksTab => text !== null && Object.hasOwn(tabs, text);
const perPage = 30;

/** The first tab an actor opens: what came back to them or is unfinished, else what waits for them. */
const firstTab = (unfinished: boolean, toReview: boolean, signs: boolean): WorksTab =>
	unfinished ? 'mine' : toReview ? 'review' : signs ? 'sign_off' : 'mine';

export async function deskWorksOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { db } = installation();
	const { actor } = locals;
	const space = locals.space!;
	const reviews = holds(actor, ...may.review);
	const rows = await countVersions(db, space.id, actor);
	const signs = space.signOffRequired && holds(actor, ...may.sign_off);
	const shown = (Object.keys(tabs) as WorksTab[]).filter(
		(tab) => (tab !== 'drafts' || reviews) && (tab !== 'sign_off' || signs),
	);
	const counts = new Map(
		shown.map((tab) => {
			const { states, whose } = tabs[tab];
			const counted = rows.filter(
				(row) => (states as readonly State[]).includes(row.state) && (whose === 'all' || row.own === (whose === 'own')),
			);
			return [tab, counted.reduce((sum, row) => sum + row.n, 0)];
		}),
	);
	if (signs) counts.set('sign_off', await countAwaitingSignOff(db, space.id, actor));
	const unfinished = rows.some(({ own, state }) => own && (state === 'draft' || state === 'returned'));
	const asked = url.searchParams.get('tab');
	const tab =
		isTab(asked) && counts.has(asked) ? asked : firstTab(unfinished, reviews && (counts.get('review') ?? 0) > 0, signs);
	const page = Math.max(1, Math.floor(Number(url.searchParams.get('page') ?? 1)) || 1);
	const { states, whose } = tabs[tab];
	const versions = await listVersions(db, space.id, actor, {
		states,
		limit: perPage + 1,
		offset: (Math.min(page, 1_000) - 1) * perPage,
		toDoFirst: tab === 'mine',
		awaitSignOff: tab === 'sign_off',
		author: whose === 'all' || !actor.id ? undefined : whose === 'own' ? { is: actor.id } : { isNot: actor.id },
	});
	const items = versions.slice(0, perPage);
	const chips = await listChips(db, space.id, actor, [...new Set(items.map((item) => item.workId))]);
	const names = await namesOf(
		db,
		items.map((item) => ({ kind: 'person', id: item.authorId })),
	);
	return {
		space,
		tab,
		counts: [...counts].map(([name, n]) => ({ name, n })),
		items: items.map((item) => ({
			...item,
			author: names.get(item.authorId ?? '') ?? null,
			chips: chips.filter((chip) => chip.workId === item.workId),
		})),
		page,
		more: versions.length > perPage,
		mayWrite: holds(actor, ...may.write),
		mayFeed: reviews,
		discarded: url.searchParams.get('done') === 'discard',
	};
}
