// One work at the desk: the language in hand, its fields, what may be done with it, and the texts beside it.
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#platform/actor.ts';
import { cleanHtml } from '#platform/html/index.ts';
import { isLocale, type Locale } from '#platform/i18n/index.ts';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import { sizesOf } from '#platform/server/storage/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import {
	mayMove,
	mayRefuseSignOff,
	maySignOff,
	type Move,
	offered,
	signable,
	type SignOff,
	standingOf,
	toLight,
	workPath,
} from '#modules/publishing/index.ts';
import { hashOf, lastChangeOf, mayWrite, showWorkAtDesk } from '#modules/publishing/server/index.ts';
import { placeFieldOf } from './place-field.ts';

type AtDesk = NonNullable<Awaited<ReturnType<typeof showWorkAtDesk>>>;
type Version = AtDesk['versions'][number];

/** A text as forms show it: light for everybody, HTML for the editor. */
const textOf = (version: Pick<Version, 'title' | 'summary' | 'body'>) => ({
	title: version.title,
	summary: version.summary,
	light: toLight(version.body),
	html: cleanHtml(version.body, { links: 'editorial' }),
});
export type DeskText = ReturnType<typeof textOf>;

const localeOf = (text: string | null): Locale | null => (isLocale(text) ? text : null);

/** The version in hand: the one asked for, else the reader's language, else the first. */
function inHand(versions: readonly Version[], asked: Locale | null, locale: string): Version | null {
	const of = (wanted: string | null) => versions.find((version) => version.locale === wanted);
	return asked ? (of(asked) ?? null) : (of(locale) ?? versions[0] ?? null);
}

async function reviewsOf({ reviews }: AtDesk, versionId: string) {
	const own = reviews.filter((review) => review.versionId === versionId);
	const names = await namesOf(
		installation().db,
		own.map((review) => ({ kind: 'person', id: review.byPerson })),
	);
	return own.map(({ outcome, reason, at, byPerson }) => ({
		outcome,
		reason,
		at,
		by: names.get(byPerson ?? '') ?? null,
	}));
}

/** What validators said of the version in hand; null where nobody is asked and nobody said anything. */
async function signOffOf({ signOffs, shared, work }: AtDesk, version: Version, space: Space, actor: Actor) {
	const own = signOffs.filter((one) => one.versionId === version.id);
	const who = { state: version.state, authorId: work.author_id };
	const asked = space.signOffRequired && signable.includes(version.state);
	if (!asked && own.length === 0) return null;
	const names = await namesOf(
		installation().db,
		own.map((one) => ({ kind: 'person', id: one.byPerson })),
	);
	const hash = hashOf({ ...version, shared });
	return {
		hash,
		required: space.signOffRequired,
		standing: standingOf(own, hash),
		signOffs: own.map(({ byPerson, outcome, reason, at, hash: signed }): SignOff => ({
			outcome,
			reason,
			at,
			hash: signed,
			by: names.get(byPerson ?? '') ?? null,
		})),
		maySign: maySignOff(actor, who) === null,
		mayRefuse: mayRefuseSignOff(actor, who) === null,
	};
}

/** Moves that wait for a sign-off where the space asks for one. */
const needSigned: readonly Move[] = ['publish', 'accept', 'schedule'];

async function pictureOf(file: string | null) {
	if (!file) return null;
	const size = (await sizesOf(installation().db, [file])).get(file);
	return { file, width: size?.width || 320, height: size?.height || 200 };
}

const done = [
	'save',
	'draft',
	'language',
	'propose',
	'take_back',
	'accept',
	'return',
	'schedule',
	'publish',
	'withdraw',
	'discard',
	'sign_off',
	'refuse_sign_off',
] as const;
const doneOf = (text: string | null) => done.find((name) => name === text) ?? null;

/** Keys of the unsaved texts on the reader's device that this act has put in safety. */
function forgotten(
	act: (typeof done)[number],
	{ reader, space, work, version, locale }: Record<'reader' | 'space' | 'work' | 'version' | 'locale', string>,
): string[] {
	const own = `${reader}.${version}`;
	return act === 'draft'
		? [own, `${reader}.new.${space}`]
		: act === 'language'
			? [own, `${reader}.${work}.${locale}`]
			: [own];
}

/** Everything the page of a work shows. 404 when there is nothing this reader may see. */
export async function deskWorkOf({
	locals,
	url,
	params,
}: Pick<RequestEvent, 'locals' | 'url'> & { params: { work: string } }) {
	const { db } = installation();
	const { actor, locale } = locals;
	const space: Space = locals.space!;
	const found = isId(params.work) ? await showWorkAtDesk(db, space.id, params.work, actor) : null;
	if (!found) error(404, { message: 'no such work', code: 'subject.not_found' });
	const { work, versions } = found;
	const asked = localeOf(url.searchParams.get('language'));
	const missing = space.languages.filter((language) => !versions.some((version) => version.locale === language));
	const current = inHand(
		versions,
		asked && (missing.includes(asked) || versions.some((version) => version.locale === asked)) ? asked : null,
		locale,
	);
	const author = (await namesOf(db, [{ kind: 'person', id: work.author_id }])).get(work.author_id ?? '') ?? null;
	const saved = doneOf(url.searchParams.get('done'));
	const reader = locals.person?.personId ?? '';
	const state = current && { state: current.state, authorId: work.author_id, publishedAt: current.published_at };
	const signOff = current && (await signOffOf(found, current, space, actor));
	const moves = state ? offered(actor, state) : [];
	const signed = !space.signOffRequired || signOff?.standing === 'signed';
	return {
		space,
		work: {
			id: work.id,
			author,
			imported: work.source_id !== null,
			shared: found.shared,
			lastChange: await lastChangeOf(
				db,
				space.id,
				versions.map((version) => version.id),
			),
			picture: await pictureOf(work.image_file),
			place: await placeFieldOf(space, locale, work.territory_id),
		},
		language: (current?.locale ?? asked ?? space.languages[0]!) as Locale,
		tabs: versions.map((version) => ({ locale: version.locale as Locale, state: version.state })),
		missing: mayWrite(actor) === null ? missing : [],
		current: current && {
			id: current.id,
			v: current.v,
			state: current.state,
			stateSince: current.state_since,
			scheduledWall: current.scheduled_wall,
			text: textOf(current),
			path: workPath(space.address, current.locale, current.slug),
			reviews: await reviewsOf(found, current.id),
			lastChange: await lastChangeOf(db, space.id, [current.id]),
		},
		mayEdit: state !== null && mayMove(actor, state, 'save') === null,
		moves: signed ? moves : moves.filter((move) => !needSigned.includes(move)),
		/** Some moves wait for a sign-off. */
		unsigned: !signed && moves.some((move) => needSigned.includes(move)),
		signOff,
		/** Texts in other languages; the first is what a new language starts from. */
		beside: versions
			.filter((version) => version.id !== current?.id)
			.sort((a, b) => Number(b.state === 'published') - Number(a.state === 'published'))
			.map((version) => ({ locale: version.locale as Locale, text: textOf(version) })),
		reader,
		saved,
		forgets:
			current && saved
				? forgotten(saved, { reader, space: space.id, work: work.id, version: current.id, locale: current.locale })
				: [],
	};
}
export type DeskWork = Awaited<ReturnType<typeof deskWorkOf>>;
