// What a page needs to draw a form again after a refusal: values typed, a sentence beside each field, the summary on top.
import type { Locale, Translator } from '#platform/i18n/index.ts';
import type { Refusal } from '#platform/refusal.ts';
import type { FieldError } from '#ui/index.ts';

interface State {
	form: string;
	refusals: readonly Refusal[];
	values: Record<string, string>;
}

export interface FormView {
	/** What was typed, else what is stored. */
	value(name: string, stored?: string | number | null): string;
	checked(name: string, stored: boolean): boolean;
	/** Every value of a name that several boxes share. */
	list(name: string, stored: readonly string[]): readonly string[];
	refusal(name: string): string | undefined;
	/** For ErrorSummary: labels by field name. */
	errors(labels: Readonly<Record<string, string>>): FieldError[];
	readonly refused: boolean;
}

/** `state` is the page's `form` prop; `name` the form's own name when a page has several. */
export function formView(state: object | null | undefined, t: Translator, name = 'default'): FormView {
	const own = state && 'form' in state && (state as State).form === name ? (state as State) : null;
	const sentence = ({ code, params }: Refusal): string => t.code(code, params);
	return {
		value: (field, stored) => own?.values[field] ?? (stored === null || stored === undefined ? '' : String(stored)),
		checked: (field, stored) => (own ? field in own.values : stored),
		list: (field, stored) => (own ? (own.values[field]?.split('\n') ?? []) : stored),
		refusal: (field) => own?.refusals.filter((refusal) => refusal.field === field).map(sentence)[0],
		errors: (labels) =>
			(own?.refusals ?? []).map((refusal) => ({
				text: sentence(refusal),
				...(refusal.field && labels[refusal.field] ? { field: refusal.field, label: labels[refusal.field] } : {}),
			})),
		refused: own !== null,
	};
}

/** Labels of the fields that are asked in each language (`name.fr`, `name.ar`…), each with its language, beside `labels` themselves. */
export const labelsInLanguages = <Labels extends Readonly<Record<string, string>>>(
	t: Translator,
	labels: Labels,
	names: readonly (keyof Labels & string)[],
	locales: readonly Locale[],
): Labels & Record<string, string> => ({
	...labels,
	...Object.fromEntries(
		names.flatMap((name) =>
			locales.map((locale) => [`${name}.${locale}`, `${labels[name]} (${t(`language.${locale}`)})`]),
		),
	),
});
