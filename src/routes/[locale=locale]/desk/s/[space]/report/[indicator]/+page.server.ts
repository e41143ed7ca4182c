// The facts behind one figure of the report.
import { error } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { figureNamed, indicatorNamed, periodOf, reportOf, rowsOf } from '#app/report.ts';
import { isRefused } from '#platform/refusal.ts';
import type { PageServerLoad } from './$types';

function named(name: string) {
	try {
		return indicatorNamed(name);
	} catch (failure) {
		if (isRefused(failure)) error(404, { message: 'no such indicator', code: failure.refusal.code });
		throw failure;
	}
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { tree, now, locale } = locals;
	const space = locals.space!;
	const definition = named(params.indicator);
	const { period, today } = periodOf(url.searchParams, space, now);
	const report = await reportOf(tree, space, period, today);
	const wanted = Number(url.searchParams.get('page') ?? 1);
	const rows = await rowsOf(
		tree,
		space,
		definition,
		period,
		Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1,
		locale,
	);
	return {
		page: new ServerOnly({
			space,
			period,
			figure: figureNamed(report, definition.name),
			known: report.known,
			denominator: definition.denominator ?? null,
			...rows,
		}),
	};
};
