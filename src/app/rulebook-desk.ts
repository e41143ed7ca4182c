// The rulebook's editor: what its form holds, and how it becomes rules.
import { Refused } from '#platform/refusal.ts';
import { field } from './acts.ts';

const parts = ['title', 'text', 'template'] as const;

/** Reads `texts.<language>.<part>` of the given languages; a language left empty is left out, none at all is refused. */
export function ruleTextsOf(
	form: FormData,
	languages: readonly string[],
): Record<string, Record<(typeof parts)[number], string>> {
	const texts: Record<string, Record<(typeof parts)[number], string>> = {};
	for (const language of languages) {
		const [title, text, template] = parts.map((part) => field(form, `texts.${language}.${part}`)) as [
			string,
			string,
			string,
		];
		if (`${title}${text}${template}`.trim() !== '') texts[language] = { title, text, template };
	}
	if (Object.keys(texts).length === 0)
		throw new Refused({ code: 'field.missing', field: `texts.${languages[0]}.title` });
	return texts;
}
