// What the page of a work shows: the version in the reader's language, or the one there is, labelled as such.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isLocale, type Locale } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { sizesOf } from '#platform/server/storage/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { placesOf } from '#foundations/spaces/server/index.ts';
import { countContributions } from '#engines/conversation/server/index.ts';
import { mayMove, shortPath, workPath } from '#modules/publishing/index.ts';
import { bodyForPage, showWork, showWorkElsewhere, type WorkView } from '#modules/publishing/server/index.ts';

/** The version at the address; leads on, or answers 404 or 410, when there is none for this reader. */
async function workAt({ locals, url }: RequestEvent, address: string): Promise<WorkView> {
	const { db } = installation();
	const slug = address.normalize('NFC');
	const space = locals.space!;
	const here = await showWork(db, space.id, locals.locale, slug, locals.actor);
	if (here === 'withdrawn') error(410, { message: 'withdrawn', code: 'work.withdrawn' });
	if (here) return here;
	const elsewhere = await showWorkElsewhere(db, space.id, slug);
	if (!elsewhere) error(404, { message: 'no such work', code: 'subject.not_found' });
	const wanted = elsewhere.languages.find((version) => version.locale === locals.locale);
	if (wanted) redirect(302, workPath(space.address, wanted.locale, wanted.slug) + url.search);
	return elsewhere;
}

export async function workPageOf(event: RequestEvent, slug: string) {
	const { db, config } = installation();
	const { locals } = event;
	const space = locals.space!;
	const work = await workAt(event, slug);
	const names = await namesOf(db, [{ kind: 'person', id: work.authorId }]);
	const sizes = await sizesOf(db, work.imageFile ? [work.imageFile] : []);
	const counts = await countContributions(db, [work.workId]);
	const languages = work.languages.flatMap(({ locale, slug: own }) =>
		isLocale(locale) ? [{ locale, href: workPath(space.address, locale, own) }] : [],
	);
	return {
		work,
		html: bodyForPage(work.body, config.origin, locals.t('work.picture')),
		author: (work.authorId && names.get(work.authorId)) || null,
		size: (work.imageFile && sizes.get(work.imageFile)) || null,
		place: (await placesOf(db, [work.territoryId])).get(work.territoryId ?? '') ?? null,
		contributions: counts.get(work.workId) ?? 0,
		shortUrl: config.origin + shortPath(work.short),
		path: workPath(space.address, work.locale, work.slug),
		/** Shown in another language than the one asked for. */
		fallback: work.locale !== locals.locale ? (work.locale as Locale) : null,
		languages,
		mayEdit: mayMove(locals.actor, work, 'save') === null,
	};
}

/** The place of a work's thread; only what is published can be spoken about. */
export async function threadPlace(event: RequestEvent, slug: string): Promise<{ spaceId: string; subjectId: string }> {
	const work = await workAt(event, slug);
	if (work.state !== 'published') error(404, { message: 'not published', code: 'subject.not_found' });
	return { spaceId: work.spaceId, subjectId: work.workId };
}
