// The report of a space for a period, with the months around it.
import { ServerOnly } from '#platform/server-only.ts';
import { coveredBy, periodOf, reportOf } from '#app/report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { tree, now } = locals;
	const space = locals.space!;
	const { period, refusals, today } = periodOf(url.searchParams, space, now);
	const report = await reportOf(tree, space, period, today);
	const typed = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
	return { page: new ServerOnly({ space, report, refusals, today, typed, covers: coveredBy(tree, space).length }) };
};
