// The community manager's desk: what nobody has answered yet, and the two acts: answer as the space, or set aside.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { guessLocale } from '#platform/html/index.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import {
	answerDays,
	contribute,
	countUnanswered,
	listUnanswered,
	setContributionAside,
} from '#engines/conversation/server/index.ts';
import { field, submit } from './acts.ts';

const perPage = 20;
const late = 2 * 86_400_000;
const done = ['reply', 'held', 'aside'] as const;

export async function conversationDeskOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { db } = installation();
	const { locale, now } = locals;
	const space = locals.space!;
	const page = Math.min(500, Math.max(1, Math.floor(Number(url.searchParams.get('page') ?? 1)) || 1));
	const { count } = await countUnanswered(db, space.id, now, now);
	const found = await listUnanswered(db, space.id, now, { limit: perPage, offset: (page - 1) * perPage });
	const subjects = await describeSubjects(
		db,
		found.map(({ subject }) => subject),
		locale,
	);
	return {
		space,
		page,
		count,
		more: count > page * perPage,
		days: answerDays,
		done: done.find((word) => word === url.searchParams.get('done')) ?? null,
		items: found.map(({ subject, ...one }) => {
			const about = subjects.get(subject.id);
			return {
				...one,
				late: now.getTime() - one.at.getTime() > late,
				subjectId: subject.id,
				about: about ? { title: about.title, locale: about.locale } : null,
				path: `/${locale}/c/${one.id}`,
			};
		}),
	};
}

const back = (event: RequestEvent, word: (typeof done)[number]): never =>
	redirect(303, `/${event.locals.locale}/desk/s/${event.params['space']}/conversation?done=${word}`);

/** A reply in the name of the space. */
export const replyAct = (event: RequestEvent) =>
	submit(event, contribute, {
		form: `reply-${event.url.searchParams.get('to') ?? ''}`,
		once: true,
		read: (form) => {
			const text = field(form, 'text');
			return {
				subjectId: field(form, 'subjectId'),
				parentId: field(form, 'parentId'),
				text,
				asSpace: true,
				locale: guessLocale(text) ?? event.locals.locale,
			};
		},
		done: ({ held }) => back(event, held ? 'held' : 'reply'),
	});

export const asideAct = (event: RequestEvent) =>
	submit(event, setContributionAside, {
		form: 'aside',
		read: (form) => ({ contributionId: field(form, 'contributionId') }),
		done: () => back(event, 'aside'),
	});
