// The plain shapes that several components take.
import type { Direction } from '#platform/i18n/index.ts';

/** Language and direction of a text that is not in the page's language, as given by `t.attrs(key)`. */
export type TextAttrs = { lang?: string | undefined; dir?: Direction | undefined };

/** One link of a navigation, a tab row or a footer. `current`: this is the page, or (`'step'`) the step, being read. */
export type LinkItem = TextAttrs & {
	href: string;
	label: string;
	current?: boolean | undefined;
	/** A number shown beside the label, already formatted. */
	count?: string | undefined;
};

/** A state is always said in words too; the tone only colours it. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** One arch of a bridge. */
export type Stage = {
	key: string;
	label: string;
	/** A date, a count, a name: what there is to say under the label. */
	detail?: string | undefined;
	state: 'empty' | 'on' | 'late';
	/** In place of the state's own word, when that would say something untrue. */
	word?: string | undefined;
};

/** One choice of a select, a radio list or a list of boxes. */
export type Option = TextAttrs & {
	value: string;
	label: string;
	disabled?: boolean | undefined;
	/** select: choices of one group stand together under its name. */
	group?: string | undefined;
};

/** A refused field. `field` is its name; without it the refusal concerns the whole form. */
export type FieldError = { field?: string | undefined; label?: string | undefined; text: string };

/**
 * A column of a table: numbers stand at the end of their cell, the first column is the row's header. `words` are sentences of
 * the page's language and run its way, whatever they begin with; `text` is data and finds its own.
 */
export type Column<Key extends string = string> = {
	key: Key;
	label: string;
	kind?: 'text' | 'words' | 'number' | undefined;
};

/** The element's id for a field name, so that a summary can link to it. `form` tells apart two forms of one page. */
export function fieldId(name: string, form?: string): string {
	return form === undefined ? `f-${name}` : `${form}-${name}`;
}
