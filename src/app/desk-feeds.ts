// Feeds at the desk: what a space reads, how it went, and the acts that bring entries in.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isRefused, refuse, Refused } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import {
	fetchAndImport,
	fileAddress,
	type ImportReport,
	listSources,
	pauseFeed,
	removeFeed,
	resumeFeed,
} from '#modules/publishing/server/index.ts';
import { attempt, callOf, field, submit } from './acts.ts';
import { countRequest } from './client.ts';

const keptActs = ['pause', 'resume', 'remove'] as const;

const count = (text: string | null): number => Math.max(0, Math.floor(Number(text)) || 0);

export async function deskFeedsOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const space = locals.space!;
	const sources = await listSources(installation().db, space.id);
	const source = sources.find((candidate) => candidate.id === url.searchParams.get('source'));
	const report = source && {
		source,
		added: count(url.searchParams.get('added')),
		skipped: count(url.searchParams.get('skipped')),
		unchanged: url.searchParams.has('unchanged'),
	};
	return { space, sources, report: report ?? null, done: keptActs.find((act) => act === url.searchParams.get('done')) };
}

const shown = (event: RequestEvent, { sourceId, added, skipped, unchanged }: ImportReport): never =>
	redirect(
		303,
		`/${event.locals.locale}/desk/s/${event.params['space']}/feeds?source=${sourceId}&added=${added}&skipped=${skipped}${unchanged ? '&unchanged' : ''}`,
	);

async function bring(event: RequestEvent, source: { address: string; bytes?: Uint8Array }): Promise<never> {
	const { db } = installation();
	await countRequest(event);
	return shown(event, await fetchAndImport(db, { ...callOf(event), origin: 'import' }, source));
}

/** An address typed with or without its scheme. */
const webAddress = (typed: string): string => (/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);

export const addressAct = (event: RequestEvent) =>
	attempt(event, 'address', (form) => {
		const typed = field(form, 'address').trim();
		if (typed === '') refuse('field.missing', {}, 'address');
		const address = webAddress(typed);
		if (!/^https?:/i.test(address) || !URL.canParse(address) || address.length > 2_000)
			refuse('address.refused', {}, 'address');
		return bring(event, { address: new URL(address).href });
	});

/** A refusal shown beside another field than the command's. */
const forField = (error: unknown, name: string): unknown =>
	isRefused(error) && error.refusal.field ? new Refused({ ...error.refusal, field: name }) : error;

export const fileAct = (event: RequestEvent) =>
	attempt(event, 'file', async (form) => {
		const file = form.get('file');
		if (!(file instanceof File) || file.name === '') return refuse('feed.missing', {}, 'file');
		if (file.size === 0) return refuse('feed.empty', {}, 'file');
		try {
			return await bring(event, {
				address: fileAddress(file.name || 'feed.xml'),
				bytes: new Uint8Array(await file.arrayBuffer()),
			});
		} catch (error) {
			throw forField(error, 'file');
		}
	});

export const againAct = (event: RequestEvent) =>
	attempt(event, 'again', async (form) => {
		const sources = await listSources(installation().db, event.locals.space!.id);
		const source = sources.find((candidate) => candidate.id === field(form, 'source'));
		if (!source || !/^https?:/.test(source.address)) return refuse('subject.not_found');
		return bring(event, { address: source.address });
	});

const commands = { pause: pauseFeed, resume: resumeFeed, remove: removeFeed };

/** Pauses, resumes or removes a feed, and says so. */
export const keepAct = (act: (typeof keptActs)[number]) => (event: RequestEvent) =>
	submit(event, commands[act], {
		form: 'again',
		read: (form) => ({ sourceId: field(form, 'source') }),
		done: () => redirect(303, `/${event.locals.locale}/desk/s/${event.params['space']}/feeds?done=${act}`),
	});
