// The gate every text passes before it is shown, and when it goes: screening can let it pass or hold it, never refuse it.
import { installation } from '#platform/server/installation.ts';
import type { Tx } from '#platform/server/db.ts';
import { type Gate, type Look, subjectKind } from '#platform/server/subjects.ts';
import { guestsAlike, namesOf } from '#foundations/accounts/server/index.ts';
import { readSpaceTree, withAncestors } from '#foundations/spaces/server/index.ts';
import type { Because } from '../because.ts';
import { Judge, MOST_COMPARED, OWN_WINDOW_MINUTES, screen, type ScreeningOptions, WAVE } from '../screening/index.ts';
import { openCase, renewReasons } from './cases.ts';
import { closeCases } from './close-cases.ts';
import { shippedModel } from './model-files.ts';
import { readScreening } from './screening-setting.ts';
import { exemptList, watchedList, wordsOf } from './watched.ts';

/**
 * The shipped model was trained where insults are common: on ordinary talk a score of 0.5 would hold one text in twenty for nothing,
 * this one fewer than one in a hundred.
 */
const HOLD_AT = 0.92;
let judge: Promise<Judge> | null = null;
const shippedJudge = (): Promise<Judge> => (judge ??= shippedModel().then((model) => new Judge(model)));

/** Earlier texts a new one is compared with, as far back as screening looks: the author's own first, then everybody's. */
async function earlier(tx: Tx, { spaceId, kind, id, now }: Look, authors: readonly string[]) {
	const { recent } = subjectKind(kind).text!;
	const back = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
	const limit = MOST_COMPARED + 1;
	const own =
		authors.length > 0
			? await recent(tx, { spaceId, since: back(OWN_WINDOW_MINUTES), limit: MOST_COMPARED / 2, authors })
			: [];
	const lately = await recent(tx, { spaceId, since: back(WAVE.minutes), limit });
	return [...new Map([...own, ...lately].map((other) => [other.id, other])).values()]
		.filter((other) => other.id !== id)
		.map((other) => ({
			text: other.text,
			sameAuthor: authors.includes(other.authorId),
			minutesAgo: (now.getTime() - other.at.getTime()) / 60_000,
		}));
}

/** What is shown beside a text: looked at for words, links and numbers, of which it needs none. */
function besides(shown: Record<'name' | 'place', string | null | undefined>, options: ScreeningOptions): Because[] {
	return (['name', 'place'] as const).flatMap((field) =>
		screen(shown[field] ?? '', {
			...options,
			links: { ...options.links, max: 0 },
			recent: [],
			rules: { ...options.rules, holdNewGuests: false, holdShouting: false },
		}).because.map((reason) => ({ ...reason, field })),
	);
}

async function read(tx: Tx, look: Look): Promise<Because[]> {
	const { spaceId, kind, text, actor, place } = look;
	const tree = await readSpaceTree(tx);
	const spaces = withAncestors(tree, spaceId);
	const { setting, sites } = await readScreening(tx, spaces);
	const guest = actor.kind === 'guest';
	const authors = actor.id === null ? [] : guest ? await guestsAlike(tx, actor.id) : [actor.id];
	const left = authors.length > 0 ? await subjectKind(kind).text!.byAuthor(tx, authors) : [];
	const published = left.filter((other) => other.state === 'published');
	const accepted = published.filter((other) => other.id !== look.id).length;
	const own = await wordsOf(tx, spaces);
	const options: ScreeningOptions = {
		words: watchedList(own, setting),
		exempt: exemptList(own, setting),
		links: {
			max: guest && accepted === 0 ? setting.linksFirst : setting.links,
			allowedHosts: [...sites, new URL(installation().config.origin).hostname],
		},
		recent: await earlier(tx, look, authors),
		author: { kind: guest ? 'guest' : 'person', accepted: published.length },
		rules: { holdNewGuests: tree.byId.get(spaceId)!.holdNewGuests, holdShouting: true, holdPhones: true },
	};
	// A person whose texts were accepted under their name keeps it.
	const name = guest || accepted === 0 ? (await namesOf(tx, [actor])).get(actor.id ?? '') : null;
	const model = { judge: await shippedJudge(), holdAt: HOLD_AT };
	return [...screen(text, { ...options, model }).because, ...besides({ name, place }, options)];
}

export const gate: Gate = {
	async look(tx, look) {
		const because = await read(tx, look);
		const held = because.length > 0;
		const waits = look.again && (await renewReasons(tx, look.id, held ? because : [{ rule: 'corrected' }]));
		if (!held || waits) return { held, facts: [] };
		const { spaceId, kind: subjectKind, id: subjectId, now } = look;
		return { held, facts: await openCase(tx, { spaceId, subjectKind, subjectId, source: 'screening', because, now }) };
	},
	leave: (tx, ids, now) => closeCases(tx, ids, 'withdrawn', now),
};
