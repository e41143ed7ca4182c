// The report as a file to keep: PDF, or CSV of the figures or of one figure's facts.
import { error } from '@sveltejs/kit';
import { reportFile } from '#app/report-download.ts';
import { isRefused } from '#platform/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	try {
		return await reportFile(locals, params.format, url.searchParams);
	} catch (failure) {
		if (isRefused(failure)) error(404, { message: 'no such file', code: failure.refusal.code });
		throw failure;
	}
};
