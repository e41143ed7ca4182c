// The permanent address of a contribution: leads to the page where it stands.
import { error, redirect } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { isRefused } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { permalinkOf } from '#engines/conversation/server/index.ts';
import type { PageServerLoad } from './$types';

const missing = (): never => error(404, { message: 'no such contribution', code: 'subject.not_found' });

export const load: PageServerLoad = async ({ params, locals }) => {
	if (!isId(params.id)) missing();
	const found = await permalinkOf(installation().db, params.id, locals.locale).catch((failure: unknown) => {
		if (isRefused(failure)) return missing();
		throw failure;
	});
	redirect(302, found);
};
