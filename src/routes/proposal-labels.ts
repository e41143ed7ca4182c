// Names of the fields of a proposal: beside the fields, and in the summary of what is to be corrected.
import type { Translator } from '#platform/i18n/index.ts';

export const proposalLabels = (t: Translator) => ({
	title: t('proposal.field_title'),
	text: t('proposal.field_text'),
	territory: t('place.label'),
	place: t('proposal.field_place'),
});
