// The names of an article's fields, for the summary of what is to be mended.
import type { Translator } from '#platform/i18n/index.ts';

export const workLabels = (t: Translator): Record<string, string> => ({
	locale: t('works.language'),
	title: t('common.title'),
	summary: t('common.summary'),
	body: t('common.text'),
	territory: t('place.label'),
	picture: t('works.picture'),
	imageAlt: t('works.picture_alt'),
	creditName: t('works.credit_name'),
	creditUrl: t('works.credit_url'),
	reason: t('works.reason'),
	wall: t('works.wall'),
});
