// What is wrong with the answer to a form that should have been refused.
import { wallTimeOf } from '#platform/time.ts';
import type { Form } from './bad-input-forms.ts';
import { isMarked, isSentence, leaks, summaryOf, unescaped } from './bad-input-pages.ts';

export interface Answer {
	status: number;
	html: string;
	location: string | null;
}

/** By form: what is wrong beside its fields by themselves. Unknown places, days before others, colours that are none. */
export const alsoWrong: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	proposal: { territory: 'Une vallée sans nom' },
	'assisted proposal': { territory: 'Un souk de nulle part' },
	'work, new': { territory: 'La lune' },
	rule: { 'texts.fr.template': 'court' },
	process: {
		'phases.0.titles.fr': 'x',
		'phases.0.endsWall': wallTimeOf(new Date(Date.now() - 9 * 86_400_000), 'Africa/Casablanca'),
	},
	answer: { budget: 'beaucoup' },
	revision: { budget: 'davantage' },
	settings: { territoryCode: 'ZZ-0', colour: 'vert', secondColour: 'mauve' },
};

/** What is wrong with an answer that should be a refusal: nothing, or a list. */
export function faults({ status, html }: Answer, locale: string): string[] {
	return [
		...(status < 400 || status >= 500 || status === 429 ? [`answered ${status}`] : []),
		...(leaks.test(html) ? ['shows its inside'] : []),
		...(html.includes(`<html lang="${locale}"`) ? [] : ['not in the language of the reader']),
	];
}
/** A refused form: a sentence beside the field and on top, everything typed still there. */
export function refusalFaults(
	form: Form,
	answer: Answer,
	locale: string,
	field: string,
	values: Record<string, string>,
): string[] {
	const text = unescaped(answer.html);
	const lines = summaryOf(answer.html);
	return [
		...faults(answer, locale),
		...(lines.length > 0 ? [] : ['no summary']),
		...lines.filter((line) => !isSentence(locale, line)).map((line) => `no sentence of a refusal: ${line}`),
		...(isMarked(answer.html, field) ? [] : [`not marked: ${lines.join(' | ')}`]),
		...form.texts
			.filter((name) => !form.secret?.includes(name) && !text.includes((values[name] ?? '').trim()))
			.map((name) => `${name} is lost`),
	];
}
