// Feeds: the newest works of a space and those below it, whole, in one language.
import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { matchesTag } from '#platform/negotiation.ts';
import { type FeedToWrite, type ItemToWrite, writeJsonFeed, writeRss } from '#platform/feeds/index.ts';
import { installation } from '#platform/server/installation.ts';
import { sizesOf } from '#platform/server/storage/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { pathOf, type Space, textOf } from '#foundations/spaces/index.ts';
import { withDescendants } from '#foundations/spaces/server/index.ts';
import { workPath } from '#modules/publishing/index.ts';
import { bodyForFeed, listFeedWorks } from '#modules/publishing/server/index.ts';
import { openToAll } from './headers.ts';

const formats = {
	xml: { type: 'application/rss+xml; charset=utf-8', file: 'feed.xml', write: writeRss },
	json: { type: 'application/feed+json; charset=utf-8', file: 'feed.json', write: writeJsonFeed },
} as const;

const most = 30;

async function itemsOf({ locals }: RequestEvent, space: Space): Promise<{ items: ItemToWrite[]; newest: Date | null }> {
	const { db, config } = installation();
	const works = await listFeedWorks(db, {
		spaceIds: withDescendants(locals.tree, space.id),
		locale: locals.locale,
		limit: most,
	});
	const names = await namesOf(
		db,
		works.map((work) => ({ kind: 'person', id: work.authorId })),
	);
	const files = await sizesOf(
		db,
		works.flatMap((work) => (work.imageFile ? [work.imageFile] : [])),
	);
	const items = works.map((work): ItemToWrite => {
		const source = locals.tree.byId.get(work.spaceId)!;
		const link = config.origin + workPath(source.address, work.locale, work.slug);
		const author = work.credit?.name || (work.authorId && names.get(work.authorId)) || null;
		const file = work.imageFile ? files.get(work.imageFile) : undefined;
		return {
			id: `urn:uuid:${work.versionId}`,
			title: work.title,
			link,
			published: work.publishedAt.toISOString(),
			updated: work.updatedAt.toISOString(),
			html: bodyForFeed(work.body, link),
			categories: [textOf(source, locals.locale).name],
			...(work.summary ? { summary: work.summary } : {}),
			...(author ? { authors: [author] } : {}),
			...(file
				? { image: { url: `${config.origin}/files/${work.imageFile}`, type: 'image/webp', length: file.bytes } }
				: {}),
		};
	});
	const instants = works.flatMap((work) => [work.publishedAt.getTime(), work.updatedAt.getTime()]);
	return { items, newest: instants.length > 0 ? new Date(Math.max(...instants)) : null };
}

/** Answers the feed of the space of the address; 304 to a reader that has it. A withdrawal changes the tag, never the date. */
export async function feedAnswer(event: RequestEvent, format: keyof typeof formats): Promise<Response> {
	const { locals, request } = event;
	const { config } = installation();
	const space = locals.space!;
	const { type, file, write } = formats[format];
	const { name, description } = textOf(space, locals.locale);
	const home = config.origin + pathOf(space, locals.locale);
	const { items, newest } = await itemsOf(event, space);
	const feed: FeedToWrite = {
		title: name,
		description: description || locals.t('feed.of', { name }),
		link: home,
		self: `${home}/${file}`,
		language: locals.locale,
		items,
		...(space.logoFile ? { image: `${config.origin}/files/${space.logoFile}` } : {}),
	};
	const body = write(feed);
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const headers = {
		etag,
		'cache-control': 'no-cache',
		...openToAll,
		...(newest ? { 'last-modified': newest.toUTCString() } : {}),
	};
	if (matchesTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
	return new Response(body, { headers: { ...headers, 'content-type': type } });
}
