// The only SQL that writes works and versions, and the SQL twin of who may read them.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import { slugify } from '#platform/html/index.ts';
import { newId, newShortCode } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Tables, Tx } from '#platform/server/db.ts';
import { may } from '#foundations/spaces/index.ts';
import { type SharedFields, sharedOf } from '../shared-fields.ts';
import type { State } from '../work.ts';
import type { Credit } from './schema.ts';

export interface Version {
	id: string;
	workId: string;
	spaceId: string;
	authorId: string | null;
	locale: string;
	state: State;
	title: string;
	summary: string;
	body: string;
	slug: string;
	short: string;
	/** Credit and picture, which all languages share. */
	shared: SharedFields;
	/** The place it is about, which all languages share. */
	territoryId: string | null;
	scheduledWall: string | null;
	publishedAt: Date | null;
	v: number;
}

/** SQL twin of mayRead, over work_version joined with work. */
export function visibleTo(actor: Actor) {
	return (eb: ExpressionBuilder<Tables, 'work' | 'work_version'>): Expression<SqlBool> => {
		if (holds(actor, ...may.review, 'validator')) return eb.val(true);
		const published = eb('work_version.state', '=', 'published');
		return actor.kind === 'person' && actor.id ? eb.or([published, eb('work.author_id', '=', actor.id)]) : published;
	};
}

/** A version of this space, locked with its work for the act; refuses when there is none. */
export async function takeVersion(tx: Tx, spaceId: string | null, versionId: string): Promise<Version> {
	const row = await tx
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.selectAll('work_version')
		.select(['work.author_id', 'work.short', 'work.credit', 'work.image_file', 'work.image_alt', 'work.territory_id'])
		.where('work_version.id', '=', versionId)
		.where('work_version.space_id', '=', spaceId)
		.forUpdate(['work_version', 'work'])
		.executeTakeFirst();
	if (!row) refuse('subject.not_found');
	return {
		id: row.id,
		workId: row.work_id,
		spaceId: row.space_id,
		authorId: row.author_id,
		locale: row.locale,
		state: row.state,
		title: row.title,
		summary: row.summary,
		body: row.body,
		slug: row.slug,
		short: row.short,
		shared: sharedOf({ credit: row.credit, imageFile: row.image_file, imageAlt: row.image_alt }),
		territoryId: row.territory_id,
		scheduledWall: row.scheduled_wall,
		publishedAt: row.published_at,
		v: row.v,
	};
}

export interface NewWork {
	id?: string;
	spaceId: string;
	authorId: string | null;
	kind: string;
	credit: Credit | null;
	imageFile: string | null;
	imageAlt: string | null;
	territoryId?: string | null;
	source?: { id: string; key: string };
	now: Date;
}

/** Adds a work; null when this source key is already there. */
export async function addWork(tx: Tx, work: NewWork): Promise<{ id: string; short: string } | null> {
	const id = work.id ?? newId(work.now.getTime());
	const row = await tx
		.insertInto('work')
		.values({
			id,
			space_id: work.spaceId,
			short: newShortCode(),
			kind: work.kind,
			author_id: work.authorId,
			credit: work.credit ? JSON.stringify(work.credit) : null,
			image_file: work.imageFile,
			image_alt: work.imageAlt,
			territory_id: work.territoryId ?? null,
			source_id: work.source?.id ?? null,
			source_key: work.source?.key ?? null,
			created_at: work.now,
		})
		.onConflict((conflict) => conflict.columns(['source_id', 'source_key']).doNothing())
		.returning(['id', 'short'])
		.executeTakeFirst();
	return row ?? null;
}

export interface Text {
	title: string;
	summary: string;
	body: string;
}

/** A readable address not yet taken in this space and language. */
async function freeSlug(
	tx: Tx,
	spaceId: string,
	locale: string,
	title: string,
	short: string,
	versionId: string | null,
): Promise<string> {
	const wanted = slugify(title, short);
	const taken = await tx
		.selectFrom('work_version')
		.select('id')
		.where('space_id', '=', spaceId)
		.where('locale', '=', locale)
		.where('slug', '=', wanted)
		.executeTakeFirst();
	return !taken || taken.id === versionId ? wanted : `${wanted}-${short}`;
}

export async function addVersion(
	tx: Tx,
	work: { id: string; short: string; spaceId: string },
	locale: string,
	text: Text,
	now: Date,
	id = newId(),
): Promise<{ id: string; slug: string }> {
	const slug = await freeSlug(tx, work.spaceId, locale, text.title, work.short, null);
	const added = await tx
		.insertInto('work_version')
		.values({
			id,
			work_id: work.id,
			space_id: work.spaceId,
			locale,
			state: 'draft',
			...text,
			slug,
			scheduled_wall: null,
			published_at: null,
			updated_at: now,
			state_since: now,
			v: 1,
		})
		.onConflict((conflict) => conflict.columns(['work_id', 'locale']).doNothing())
		.executeTakeFirst();
	if (added.numInsertedOrUpdatedRows === 0n) refuse('version.already_done', {}, 'locale');
	return { id, slug };
}

/** Writes the text when `v` is still the newest; the address follows the title until the first publication. */
export async function saveText(tx: Tx, version: Version, text: Text, v: number, now: Date): Promise<number> {
	const slug = version.publishedAt
		? version.slug
		: await freeSlug(tx, version.spaceId, version.locale, text.title, version.short, version.id);
	const saved = await tx
		.updateTable('work_version')
		.set({ ...text, slug, updated_at: now, v: v + 1 })
		.where('id', '=', version.id)
		.where('v', '=', v)
		.executeTakeFirst();
	if (saved.numUpdatedRows === 0n) refuse('version.stale');
	return v + 1;
}

/** Writes what all languages of a work share. */
export async function saveShared(
	tx: Tx,
	workId: string,
	credit: Credit | null,
	fields: SharedFields,
	territoryId: string | null,
): Promise<void> {
	await tx
		.updateTable('work')
		.set({
			credit: credit && JSON.stringify(credit),
			image_file: fields.imageFile,
			image_alt: fields.imageAlt,
			territory_id: territoryId,
		})
		.where('id', '=', workId)
		.execute();
}

export async function setState(
	tx: Tx,
	version: Version,
	state: State,
	now: Date,
	scheduledWall: string | null = null,
): Promise<void> {
	const publishing = state === 'published' && version.publishedAt === null;
	await tx
		.updateTable('work_version')
		.set({
			state,
			state_since: now,
			scheduled_wall: scheduledWall,
			v: sql`v + 1`,
			...(publishing ? { published_at: now } : {}),
		})
		.where('id', '=', version.id)
		.execute();
}

/**
 * Removes a version and its reviews; answers how many versions its work has left. A work without any goes too; one that
 * came from a feed keeps its bare row, so that the same entry does not come again.
 */
export async function removeVersion(tx: Tx, version: Pick<Version, 'id' | 'workId'>): Promise<number> {
	await tx.deleteFrom('review').where('version_id', '=', version.id).execute();
	await tx.deleteFrom('sign_off').where('version_id', '=', version.id).execute();
	await tx.deleteFrom('work_version').where('id', '=', version.id).execute();
	const { n } = await tx
		.selectFrom('work_version')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('work_id', '=', version.workId)
		.executeTakeFirstOrThrow();
	if (n > 0) return n;
	await tx.deleteFrom('work').where('id', '=', version.workId).where('source_id', 'is', null).execute();
	await tx
		.updateTable('work')
		.set({ credit: null, image_file: null, image_alt: null })
		.where('id', '=', version.workId)
		.execute();
	return 0;
}

export async function addReview(
	tx: Tx,
	review: { versionId: string; by: string | null; outcome: 'returned' | 'accepted'; reason: string | null; now: Date },
): Promise<void> {
	await tx
		.insertInto('review')
		.values({
			id: newId(),
			version_id: review.versionId,
			by_person: review.by,
			outcome: review.outcome,
			reason: review.reason,
			at: review.now,
		})
		.execute();
}
