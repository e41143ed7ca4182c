// Answers of the report's file addresses.
import { refuse } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { paperPdf, toCsv } from '#platform/server/papers/index.ts';
import { allRowsOf, allRowsOfReport, coveredBy, firstRowsOf, indicatorNamed, periodOf, reportOf } from './report.ts';
import { attachment, type Edition, fileName, reportPaper, reportTable } from './report-files.ts';
import { rowsOnPaper, rowsTable } from './report-rows.ts';

const download = (body: BodyInit, type: string, name: string): Response =>
	new Response(body, {
		headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'private, no-store' },
	});

/** The report, or with `indicator` the facts of one figure (of every figure: `all`), in a format. Refuses an unknown format, indicator or period with `subject.not_found`. */
export async function reportFile(locals: App.Locals, format: string, params: URLSearchParams): Promise<Response> {
	const { tree, now, locale, t, f } = locals;
	const space = locals.space!;
	const { period, refusals, today } = periodOf(params, space, now);
	const indicator = params.get('indicator');
	if (refusals.length > 0 || (format !== 'pdf' && format !== 'csv')) refuse('subject.not_found');
	const { origin } = installation().config;
	if (indicator !== null) {
		if (format !== 'csv') refuse('subject.not_found');
		const figures =
			indicator === 'all'
				? await allRowsOfReport(tree, space, period, locale)
				: [{ name: indicator, rows: await allRowsOf(tree, space, indicatorNamed(indicator), period, locale) }];
		return download(
			toCsv(rowsTable({ t, locale, origin }, tree, figures)),
			'text/csv; charset=utf-8',
			fileName(t, space, period, 'csv', indicator === 'all' ? '' : indicator),
		);
	}
	const report = await reportOf(tree, space, period, today);
	const sources = await firstRowsOf(tree, space, period, rowsOnPaper, locale);
	const covers = coveredBy(tree, space).length;
	const edition: Edition = { space, report, covers, locale, t, f, now, origin, sources };
	const name = fileName(t, space, period, format);
	if (format === 'csv') return download(toCsv(reportTable(edition)), 'text/csv; charset=utf-8', name);
	return download(Buffer.from(await paperPdf(reportPaper(edition), { at: now })), 'application/pdf', name);
}
