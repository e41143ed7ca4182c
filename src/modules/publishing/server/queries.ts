// What the API tells of works.
import { z } from 'zod';
import { idField, localeField } from '#platform/fields.ts';
import { cursorField } from '#platform/keyset.ts';
import { isLocale, translatorFor } from '#platform/i18n/index.ts';
import type { PlaceInTree } from '#foundations/spaces/index.ts';
import { defineQuery } from '#platform/server/queries.ts';
import { installation } from '#platform/server/installation.ts';
import {
	placeAt,
	placeShape,
	placesOf,
	placeView,
	readSpace,
	readSpaceTree,
	withDescendants,
} from '#foundations/spaces/server/index.ts';
import { bodyForPage } from '../work-body.ts';
import { workPath } from '../work.ts';
import { listPlacedWorks } from './list-placed.ts';
import { listPublished, type WorkCard } from './list-works.ts';
import './schema.ts';

const card = z.object({
	id: z.string(),
	locale: z.string(),
	title: z.string(),
	summary: z.string(),
	url: z.string(),
	shortUrl: z.string(),
	credit: z.object({ name: z.string(), url: z.string().nullable() }).nullable(),
	publishedAt: z.string(),
	territory: placeShape.nullable(),
});

const plain = (item: WorkCard, address: string, places: ReadonlyMap<string, PlaceInTree>) => {
	const { origin } = installation().config;
	return {
		id: item.workId,
		locale: item.locale,
		title: item.title,
		summary: item.summary,
		credit: item.credit,
		publishedAt: item.publishedAt.toISOString(),
		url: origin + workPath(address, item.locale, item.slug),
		shortUrl: `${origin}/w/${item.short}`,
		territory: placeView(places.get(item.territoryId ?? '')),
	};
};

export const publishingQueries = [
	defineQuery({
		name: 'publishing.listWorks',
		about:
			'Published works of a space and those below it in one language, newest first; of one territory and all below it, when one is named.',
		path: '/spaces/{space}/works',
		input: z.object({
			locale: localeField.default('ar'),
			territory: z.string().max(60).optional().describe('Id of a territory, or country and code: MA-05.081.'),
			cursor: cursorField,
			limit: z.coerce.number().int().min(1).max(100).default(20),
		}),
		output: z.object({ items: z.array(card), next: z.string().nullable() }),
		async run({ db, input, spaceId }) {
			const tree = await readSpaceTree(db);
			const filter = {
				spaceIds: withDescendants(tree, spaceId!),
				locale: input.locale,
				limit: input.limit,
				after: input.cursor,
			};
			const place = input.territory ? await placeAt(db, input.territory) : null;
			if (input.territory && !place) return { items: [], next: null };
			const { items, next } = place
				? await listPlacedWorks(db, { ...filter, territoryId: place.id, strict: true })
				: await listPublished(db, filter);
			const places = await placesOf(
				db,
				items.map((item) => item.territoryId),
			);
			return { items: items.map((item) => plain(item, tree.byId.get(item.spaceId)!.address, places)), next };
		},
	}),
	defineQuery({
		name: 'publishing.showWork',
		about: 'One published work with its text in every language it is published in, as its page shows it.',
		path: '/spaces/{space}/works/{work}',
		input: z.object({ work: idField }),
		output: z.object({
			id: z.string(),
			territory: placeShape.nullable(),
			versions: z.array(
				z.object({
					locale: z.string(),
					title: z.string(),
					summary: z.string(),
					html: z.string(),
					url: z.string(),
					publishedAt: z.string(),
				}),
			),
		}),
		async run({ db, input, spaceId }) {
			const rows = await db
				.selectFrom('work_version')
				.innerJoin('work', 'work.id', 'work_version.work_id')
				.selectAll('work_version')
				.select('work.territory_id')
				.where('work_id', '=', input.work)
				.where('work_version.space_id', '=', spaceId)
				.where('state', '=', 'published')
				.execute();
			const space = await readSpace(db, spaceId!);
			const [first] = rows;
			if (!first || !space) return null;
			const { origin } = installation().config;
			return {
				id: input.work,
				territory: placeView((await placesOf(db, [first.territory_id])).get(first.territory_id ?? '')),
				versions: rows.map((row) => ({
					locale: row.locale,
					title: row.title,
					summary: row.summary,
					html: bodyForPage(row.body, origin, translatorFor(isLocale(row.locale) ? row.locale : 'fr')('work.picture')),
					publishedAt: row.published_at!.toISOString(),
					url: origin + workPath(space.address, row.locale, row.slug),
				})),
			};
		},
	}),
];
