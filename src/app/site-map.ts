// The site map: every public page once a language, each with its other languages; beyond 5000 addresses an index of parts.
// Format: sitemaps.org 0.9, and hreflang alternates as search engines read them.
import { escapeHtml } from '#platform/html/index.ts';
import { installation } from '#platform/server/installation.ts';
import { pathOf, placeReference } from '#foundations/spaces/index.ts';
import { placesOf, type SpaceTree } from '#foundations/spaces/server/index.ts';
import { countPlacedProposals, listProcesses } from '#modules/participation/server/index.ts';
import { workPath } from '#modules/publishing/index.ts';
import { countPlacedWorks, countPublished, listAddresses } from '#modules/publishing/server/index.ts';

/** One page in all its languages. */
interface Place {
	languages: readonly { locale: string; path: string }[];
	changed?: Date;
}

const mostAddresses = 5_000;
/** Five languages of each stay under the limit. */
const worksAPart = 1_000;

const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** One `url` a language, every one naming all languages of its page. */
export function siteMapOf(origin: string, places: readonly Place[]): string {
	const lines = places.flatMap(({ languages, changed }) => {
		const alternates =
			languages.length > 1
				? languages
						.map(
							({ locale, path }) =>
								`<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeHtml(origin + path)}"/>`,
						)
						.join('')
				: '';
		const date = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : '';
		return languages.map(({ path }) => `<url><loc>${escapeHtml(origin + path)}</loc>${date}${alternates}</url>`);
	});
	return `${declaration}<urlset ${namespaces}>\n${lines.join('\n')}\n</urlset>\n`;
}

/** The index of parts 0 (places) to `parts - 1`. */
export function indexOf(origin: string, parts: number): string {
	const lines = Array.from(
		{ length: parts },
		(_, part) => `<sitemap><loc>${escapeHtml(`${origin}/sitemap.xml?part=${part}`)}</loc></sitemap>`,
	);
	return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>\n`;
}

/** The places that have something public, and those above them: their pages show it too. */
async function territories(tree: SpaceTree): Promise<string[]> {
	const { db } = installation();
	const spaceIds = tree.all.map((space) => space.id);
	const counts = [await countPlacedWorks(db, spaceIds, null), await countPlacedProposals(db, spaceIds, null)];
	const ids = counts.flatMap((count) => [...count.keys()]);
	const places = await placesOf(db, ids);
	const shown = ids.flatMap((id) => places.get(id) ?? []);
	return [...new Set(shown.flatMap((place) => [place, ...place.above].map(placeReference)))].sort();
}

/** Spaces, their ways to take part, processes, territories, and the pages about the whole. */
async function places(tree: SpaceTree): Promise<Place[]> {
	const found: Place[] = [];
	const add = (languages: readonly string[], path: (locale: string) => string): void =>
		void found.push({ languages: languages.map((locale) => ({ locale, path: path(locale) })) });
	const root = tree.root!;
	for (const page of ['s', 'about']) add(root.languages, (locale) => `/${locale}/${page}`);
	for (const space of tree.all) {
		add(space.languages, (locale) => pathOf(space, locale));
		for (const process of await listProcesses(installation().db, space.id, false))
			add(space.languages, (locale) => `/${locale}/s/${space.address}/p/${process.address}`);
	}
	for (const reference of await territories(tree))
		add(root.languages, (locale) => `${pathOf(root, locale)}/place/${reference}`);
	return found;
}

async function works(tree: SpaceTree, stretch: { works: number; offset: number }): Promise<Place[]> {
	const byWork = new Map<string, { languages: { locale: string; path: string }[]; changed: Date }>();
	for (const row of await listAddresses(installation().db, stretch)) {
		const place = byWork.get(row.workId) ?? { languages: [], changed: row.updatedAt };
		place.languages.push({
			locale: row.locale,
			path: workPath(tree.byId.get(row.spaceId)!.address, row.locale, row.slug),
		});
		if (row.updatedAt > place.changed) place.changed = row.updatedAt;
		byWork.set(row.workId, place);
	}
	return [...byWork.values()];
}

/** The site map, its index, or one part of it; null for a part that does not exist. */
export async function siteMap(tree: SpaceTree, part: string | null): Promise<string | null> {
	const { db, config } = installation();
	if (part !== null && !/^\d{1,6}$/.test(part)) return null;
	const published = await countPublished(db);
	const pages = await places(tree);
	const parts = 1 + Math.ceil(published.works / worksAPart);
	if (part === '0') return siteMapOf(config.origin, pages);
	if (part !== null)
		return Number(part) < parts
			? siteMapOf(config.origin, await works(tree, { works: worksAPart, offset: (Number(part) - 1) * worksAPart }))
			: null;
	const addresses = pages.reduce((sum, place) => sum + place.languages.length, published.versions);
	if (addresses > mostAddresses) return indexOf(config.origin, parts);
	return siteMapOf(config.origin, [...pages, ...(await works(tree, { works: mostAddresses, offset: 0 }))]);
}
