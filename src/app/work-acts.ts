// Posts of the desk of works: text, credit and picture read from a form, saved, and moved on in one act.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isRefused, refuse, refuseAll, Refused } from '#platform/refusal.ts';
import { inspect, runWithin } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { saveImage } from '#platform/server/storage/index.ts';
import { articleOf, differing, mergeShared, type Move, readShared, sameArticle } from '#modules/publishing/index.ts';
import {
	acceptVersion,
	addLanguage,
	discardVersion,
	draftWork,
	mayWrite,
	proposeVersion,
	publishVersion,
	returnVersion,
	saveVersion,
	scheduleVersion,
	showWorkAtDesk,
	takeBackVersion,
	withdrawVersion,
} from '#modules/publishing/server/index.ts';
import { type Aside, attempt, callOf, field, keepAside, submit } from './acts.ts';
import { countRequest } from './client.ts';
import { placeIn } from './place-field.ts';

const fileIn = (form: FormData, name: string): File | null => {
	const given = form.get(name);
	return given instanceof File && given.size > 0 ? given : null;
};

/** Stores a posted picture for this space; answers its id. */
export async function keepPicture({ locals }: RequestEvent, file: File): Promise<string> {
	const denied = mayWrite(locals.actor);
	if (denied) throw new Refused(denied);
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		return await saveImage(installation().db, {
			bytes,
			spaceId: locals.space!.id,
			personId: locals.person?.personId ?? null,
			now: locals.now,
		});
	} catch (error) {
		if (isRefused(error)) refuse(error.refusal.code, error.refusal.params, 'picture');
		throw error;
	}
}

/** The picture of a form: a new file, the one kept, or none. Its id goes into the form, so that a refusal does not lose it. */
async function pictureIn(event: RequestEvent, form: FormData): Promise<string> {
	const file = fileIn(form, 'picture');
	if (file) form.set('imageFile', await keepPicture(event, file));
	else if (form.has('removePicture')) form.set('imageFile', '');
	return field(form, 'imageFile');
}

const textIn = (form: FormData) => ({
	title: field(form, 'title'),
	summary: field(form, 'summary'),
	body: articleOf(field(form, 'format'), field(form, 'body')).normalize('NFC'),
});

async function workIn(event: RequestEvent, form: FormData, aside: Aside) {
	const imageFile = await aside(() => pictureIn(event, form), '');
	return {
		...textIn(form),
		creditName: field(form, 'creditName'),
		creditUrl: field(form, 'creditUrl'),
		imageFile,
		imageAlt: imageFile ? field(form, 'imageAlt') : '',
		territory: await placeIn(event, form, event.locals.space!),
		...(form.has('territorySeen') ? { territorySeen: field(form, 'territorySeen') } : {}),
	};
}

const pageOf = (event: RequestEvent, workId: string, language: string, done: string): never =>
	redirect(
		303,
		`/${event.locals.locale}/desk/s/${event.params['space']}/works/${workId}?language=${encodeURIComponent(language)}&done=${done}`,
	);

/** A new article. */
export const draftAct = (event: RequestEvent) =>
	submit(event, draftWork, {
		once: true,
		read: async (form, aside) => ({
			locale: field(form, 'locale'),
			...(await workIn(event, form, aside)),
		}),
		done: ({ workId }, form) => pageOf(event, workId, field(form, 'locale'), 'draft'),
	});

/** Another language of an article. */
export const languageAct = (event: RequestEvent, workId: string) =>
	submit(event, addLanguage, {
		read: (form) => ({ workId, locale: field(form, 'locale'), ...textIn(form) }),
		done: (_result, form) => pageOf(event, workId, field(form, 'locale'), 'language'),
	});

/** A text that was never public, thrown away; back to its other languages, or to the list when it was the last. */
export const discardAct = (event: RequestEvent, workId: string) =>
	submit(event, discardVersion, {
		read: (form) => ({ versionId: field(form, 'versionId'), v: field(form, 'v') }),
		done: ({ left }) => {
			const works = `/${event.locals.locale}/desk/s/${event.params['space']}/works`;
			return redirect(303, `${works}${left > 0 ? `/${workId}` : ''}?done=discard`);
		},
	});

/** What the form had seen of the credit and the picture, and what newer ones its sender was shown since. */
const seenIn = (form: FormData) => ({
	seen: readShared(field(form, 'seen')),
	shown: form.has('over') ? readShared(field(form, 'shown')) : null,
});

/**
 * Saves the text in hand; with `over`, on top of a newer one that the author has been shown; with `theirs`, without the
 * author's own credit and picture.
 */
export const saveAct = (event: RequestEvent, workId: string) =>
	submit(event, saveVersion, {
		read: async (form, aside) => ({
			versionId: field(form, 'versionId'),
			v: field(form, 'over') || field(form, 'theirs') || field(form, 'v'),
			...(form.has('theirs') ? textIn(form) : { ...(await workIn(event, form, aside)), ...seenIn(form) }),
		}),
		done: (_result, form) => pageOf(event, workId, field(form, 'language'), 'save'),
	});

const commands = {
	propose: proposeVersion,
	take_back: takeBackVersion,
	accept: acceptVersion,
	return: returnVersion,
	schedule: scheduleVersion,
	publish: publishVersion,
	withdraw: withdrawVersion,
};
const isMove = (text: string): text is Exclude<Move, 'save' | 'discard'> => Object.hasOwn(commands, text);

type Work = Awaited<ReturnType<typeof workIn>> & Pick<ReturnType<typeof seenIn>, 'seen'>;

/** Whether the form holds anything that is not stored yet. */
async function isChanged(event: RequestEvent, workId: string, versionId: string, typed: Work): Promise<boolean> {
	const { actor, space } = event.locals;
	const found = await showWorkAtDesk(installation().db, space!.id, workId, actor);
	const version = found?.versions.find((candidate) => candidate.id === versionId);
	if (!found || !version) return refuse('subject.not_found');
	const line = (text: string) => text.normalize('NFC').trim();
	const { clashes, fields } = mergeShared(found.shared, typed, typed.seen);
	return !(
		line(typed.title) === version.title &&
		line(typed.summary).replace(/\r\n?/g, '\n') === version.summary &&
		sameArticle(typed.body, version.body) &&
		typed.territory === (found.work.territory_id ?? '') &&
		clashes.length === 0 &&
		differing(found.shared, fields).length === 0
	);
}

/** Saves what was typed and moves the version on, both or neither. */
export const moveAct = (event: RequestEvent, workId: string) =>
	attempt(event, 'default', async (form) => {
		const { db } = installation();
		await countRequest(event);
		const move = field(form, 'move');
		if (!isMove(move)) return refuse('field.invalid', {}, 'move');
		const versionId = field(form, 'versionId');
		const { unread, aside } = keepAside();
		const typed = form.has('title') ? { ...(await workIn(event, form, aside)), ...seenIn(form) } : null;
		const save = typed && (await isChanged(event, workId, versionId, typed)) ? typed : null;
		const call = callOf(event);
		const moving = commands[move] as typeof returnVersion;
		const [reason, wall] = [field(form, 'reason'), field(form, 'wall')];
		await db.transaction().execute(async (tx) => {
			let v = field(form, 'v');
			const saving = { versionId, v, ...save };
			refuseAll([
				...unread,
				...(save ? await inspect(tx, saveVersion, call, saving) : []),
				...(await inspect(tx, moving, call, { versionId, v, reason, wall })),
			]);
			if (save) v = String((await runWithin(tx, saveVersion, call, saving)).v);
			await runWithin(tx, moving, call, { versionId, v, reason, wall });
		});
		return pageOf(event, workId, field(form, 'language'), move);
	});
