// The report of a space for a period, with the months around, and the word of whoever checked it.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { isMonth, mayCheckReport } from '#engines/impact/index.ts';
import { checkOf, checkReport } from '#engines/impact/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { coveredBy, periodOf, reportOf } from '#app/report.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { tree, now } = locals;
	const space = locals.space!;
	const { period, refusals, today } = periodOf(url.searchParams, space, now);
	const report = await reportOf(tree, space, period, today);
	const typed = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
	const whole = isMonth(period) && period.to < today;
	return {
		page: new ServerOnly({
			space,
			report,
			refusals,
			today,
			typed,
			covers: coveredBy(tree, space).length,
			check: whole
				? {
						done: await checkOf(installation().db, space.id, period.from),
						may: mayCheckReport(locals.actor) === null,
						now: url.searchParams.has('checked'),
					}
				: null,
		}),
	};
};

export const actions = {
	default: (event) =>
		submit(event, checkReport, {
			form: 'check',
			read: (form) => ({ from: field(form, 'from') }),
			done: ({ from, to }) => redirect(303, `${event.url.pathname}?from=${from}&to=${to}&checked`),
		}),
} satisfies Actions;
