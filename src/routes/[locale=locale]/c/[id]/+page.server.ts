// The permanent address of a contribution: leads to the page where it stands.
import { error, redirect } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { isRefused } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { permalinkOf } from '#engines/conversation/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await permalinkOf(installation().db, isId(params.id) ? params.id : '', locals.locale).catch(
		(failure: unknown) => {
			if (isRefused(failure)) error(404, { message: 'no such contribution', code: failure.refusal.code });
			throw failure;
		},
	);
	redirect(302, found);
};
