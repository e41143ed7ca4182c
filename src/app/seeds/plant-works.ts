// Works of the demonstration: drafted, proposed, reviewed and published by those whose part it is, at their dates.
import type { Actor } from '#platform/actor.ts';
import { plainToHtml } from '#platform/html/index.ts';
import { runWithin } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { saveImage } from '#platform/server/storage/index.ts';
import { wallTimeOf } from '#platform/time.ts';
import { may } from '#foundations/spaces/index.ts';
import {
	addLanguage,
	draftWork,
	fileAddress,
	importFeed,
	proposeVersion,
	publishVersion,
	returnVersion,
	scheduleVersion,
	signOffVersion,
	textHashOf,
} from '#modules/publishing/server/index.ts';
import { chance } from './chance.ts';
import type { SeedWork } from './content.ts';
import {
	actorOf,
	callAt,
	daysBefore,
	fail,
	hoursAfter,
	idOf,
	type Loading,
	once,
	someone,
	territoryId,
} from './loading.ts';
import { awake, zone } from './moments.ts';
import { drawPicture } from './pictures.ts';

/** Days since it was last moved: published, proposed, returned, scheduled or saved; some minutes more than its age says. */
const ageOf = ({ key, daysAgo, workedOnDaysAgo }: SeedWork): number =>
	(daysAgo ?? workedOnDaysAgo ?? fail(`no date for ${key}`)) + 0.002 + 0.04 * chance(`${key} moved`);

export const movedAt = (base: Date, work: SeedWork): Date => awake(base, ageOf(work));

/** Who reviews a work: an editor who did not write it, when there is one. */
const reviewerOf = (loading: Loading, { author, reviewBy, space }: SeedWork): string =>
	reviewBy ?? someone(loading, space, ['editor', ...may.review], [author]);

/** The picture of a work, when the content has one for it. */
async function pictureFor(tx: Tx, { content, spaces }: Loading, work: SeedWork, now: Date) {
	const picture = content.pictures.find((candidate) => candidate.work === work.key);
	const space = content.spaces.find((candidate) => candidate.key === work.space);
	if (!picture || !space) return {};
	const bytes = await drawPicture(picture, space);
	const imageFile = await saveImage(tx, { bytes, spaceId: idOf(spaces, work.space), personId: null, now });
	return { imageFile, imageAlt: picture.alt };
}

/** The first version and those in other languages, as drafts of one author; answers the versions' ids, the first leading. */
async function draft(
	tx: Tx,
	loading: Loading,
	work: SeedWork,
	author: Actor,
	at: Date,
): Promise<{ workId: string; versions: string[] }> {
	const fields = (lang: string) => {
		const { title, summary, body } = work.versions[lang] ?? fail(`${work.key} in ${lang}`);
		return { locale: lang, title, summary, body: plainToHtml(body) };
	};
	const { workId, versionId } = await runWithin(tx, draftWork, callAt(loading, author, work.space, at), {
		...fields(work.lang),
		...(await pictureFor(tx, loading, work, at)),
		creditName: work.credit,
		territory: await territoryId(tx, loading.content.places.works[work.key]),
	});
	const versions = [versionId];
	for (const lang of Object.keys(work.versions).filter((other) => other !== work.lang)) {
		const added = await runWithin(
			tx,
			addLanguage,
			callAt(loading, author, work.space, hoursAfter(at, versions.length)),
			{ workId, ...fields(lang) },
		);
		versions.push(added.versionId);
	}
	return { workId, versions };
}

/** One work with its whole way so far; answers its id. */
export const plantWork = (loading: Loading, work: SeedWork): Promise<string> =>
	once(loading, `work ${work.key}`, async (tx) => {
		const author = actorOf(loading, work.author, work.space);
		const reviewer = actorOf(loading, reviewerOf(loading, work), work.space);
		const signs = loading.content.spaces.find(({ key }) => key === work.space)?.signOff ?? false;
		const validator = actorOf(loading, someone(loading, work.space, may.sign_off, [work.author]), work.space);
		const publishes = author.roles.some((role) => (may.review as readonly string[]).includes(role));
		const at = (hours: number): Date => awake(loading.base, ageOf(work) - hours / 24);
		const proposed = work.state === 'proposed' ? 0 : -4 - 16 * chance(work.key);
		const { workId, versions } = await draft(
			tx,
			loading,
			work,
			author,
			at(work.state === 'draft' ? 0 : proposed - 20 - 30 * chance(`${work.key} draft`)),
		);
		for (const [i, versionId] of versions.entries()) {
			const call = (actor: Actor, hours: number) => callAt(loading, actor, work.space, at(hours + i / 3));
			if (work.state === 'draft') continue;
			if (!publishes || work.state !== 'published' || signs)
				await runWithin(tx, proposeVersion, call(author, proposed), { versionId });
			if (signs && work.state === 'published') {
				const hash = await textHashOf(tx, versionId);
				await runWithin(tx, signOffVersion, call(validator, -1 - 2 * chance(`${work.key} signed`)), {
					versionId,
					hash,
				});
			}
			if (work.state === 'published')
				await runWithin(tx, publishVersion, call(publishes ? author : reviewer, 0), { versionId });
			if (work.state === 'returned')
				await runWithin(tx, returnVersion, call(reviewer, 0), { versionId, reason: work.reason?.[work.lang] });
			if (work.state === 'scheduled') {
				const wall = `${wallTimeOf(daysBefore(loading.base, -(work.publishInDays ?? 2)), zone).slice(0, 10)}T10:00`;
				await runWithin(tx, scheduleVersion, call(reviewer, 0), { versionId, wall });
			}
		}
		return workId;
	});

/** An outside feed brought in by an editor from a file, so that nothing is ever asked of another host. */
export const plantFeed = (loading: Loading): Promise<null> =>
	once(loading, 'feed', async (tx) => {
		const { space, by, daysAgo, file, bytes } = loading.content.feed;
		const call = callAt(loading, actorOf(loading, by, space), space, awake(loading.base, daysAgo));
		await runWithin(tx, importFeed, call, { address: fileAddress(file), bytes });
		return null;
	});
