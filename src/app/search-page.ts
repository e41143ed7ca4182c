// What the search page shows: what was found, in which language and space, and why.
import type { RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { type Found, search } from '#platform/server/search/index.ts';
import { describeSubjects, subjectKind, type SubjectView } from '#platform/server/subjects.ts';
import { pathOf, type Space, textOf } from '#foundations/spaces/index.ts';
import { type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import { listTexts } from '#modules/publishing/server/index.ts';
import { highlight, passage, type Piece } from './highlight.ts';

const most = 30;
const longestQuery = 200;

interface Result {
	id: string;
	kind: string;
	/** Language of the text found. */
	locale: Locale;
	path: string;
	title: Piece[];
	passage: Piece[];
	at: Date;
	space: { name: string; path: string; hue: number; chroma: string };
}

/** A work is found once a language: keep the reader's own, else the first of its space, else the best. */
function onePerSubject(found: readonly Found[], locale: string, { byId }: SpaceTree): Found[] {
	const likelihood = (row: Found): number => {
		const at = [locale, ...(byId.get(row.spaceId)?.languages ?? [])].indexOf(row.locale);
		return at === -1 ? Number.POSITIVE_INFINITY : at;
	};
	const kept = new Map<string, Found>();
	for (const row of found) {
		const before = kept.get(row.id);
		if (!before || likelihood(row) < likelihood(before)) kept.set(row.id, row);
	}
	return [...kept.values()];
}

/** Works have an address in each language: describe each in the one that was found. Others have one text. */
async function describeFound(found: readonly Found[], locale: string): Promise<Map<string, SubjectView>> {
	const views = new Map<string, SubjectView>();
	const languageOf = (row: Found): string => (row.kind === 'work' ? row.locale : locale);
	for (const language of new Set(found.map(languageOf))) {
		const rows = found.filter((row) => languageOf(row) === language);
		for (const [id, view] of await describeSubjects(installation().db, rows, language)) views.set(id, view);
	}
	return views;
}

async function textsOf(found: readonly Found[]): Promise<Map<string, string>> {
	const { db } = installation();
	const works = found.filter((row) => row.kind === 'work');
	const texts = await listTexts(
		db,
		works.map((row) => ({ workId: row.id, locale: row.locale })),
	);
	for (const row of found) {
		if (texts.has(row.id)) continue;
		const subject = await subjectKind(row.kind).text?.read(db, row.id);
		if (subject) texts.set(row.id, subject.text.replace(/\s+/g, ' '));
	}
	return texts;
}

/** Every space is public; a chosen one is searched with all below it. */
export async function searchFor({ locals, url }: RequestEvent) {
	const query = (url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, longestQuery);
	const { tree, locale } = locals;
	const chosen: Space | undefined = tree.byAddress.get(url.searchParams.get('in') ?? '');
	const spaceIds = chosen ? withDescendants(tree, chosen.id) : tree.all.map((space) => space.id);
	const rows = query ? await search(installation().db, query, { spaceIds, limit: 3 * most }) : [];
	const found = onePerSubject(rows, locale, tree);
	const shown = found.slice(0, most);
	const views = await describeFound(shown, locale);
	const texts = await textsOf(shown);
	const results = shown.flatMap((row): Result[] => {
		const view = views.get(row.id);
		const space = tree.byId.get(row.spaceId);
		if (!view?.visible || !space) return [];
		const text = texts.get(row.id) ?? '';
		return [
			{
				id: row.id,
				kind: row.kind,
				locale: view.locale as Locale,
				path: view.path,
				at: row.at,
				title: highlight(view.title, query),
				passage: text ? highlight(passage(text, query), query) : [],
				space: { name: textOf(space, locale).name, path: pathOf(space, locale), hue: space.hue, chroma: space.chroma },
			},
		];
	});
	return { query, chosen: chosen?.address ?? '', results, more: found.length > most, most };
}
