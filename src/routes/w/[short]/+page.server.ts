// A short link leads to the work in the reader's best language.
import { error, redirect } from '@sveltejs/kit';
import { isLocale, negotiate } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { workPath } from '#modules/publishing/index.ts';
import { showShort } from '#modules/publishing/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const found = await showShort(installation().db, params.short);
	if (found === 'withdrawn') error(410, { message: 'withdrawn', code: 'work.withdrawn' });
	const space = found && locals.tree.byId.get(found.spaceId);
	if (!space) error(404, { message: 'no such link', code: 'subject.not_found' });
	const there = found.languages.map(({ locale }) => locale).filter(isLocale);
	const inOrder = [
		...space.languages.filter((locale) => there.includes(locale)),
		...there.filter((locale) => !space.languages.includes(locale)),
	];
	const locale = negotiate(request.headers.get('accept-language'), inOrder);
	const version = found.languages.find((language) => language.locale === locale) ?? found.languages[0]!;
	redirect(302, workPath(space.address, version.locale, version.slug));
};
