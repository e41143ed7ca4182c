// What a form of this room needs of a page: what was typed or is stored, and the refusal beside a field.
export interface Typed {
	value(name: string, stored?: string | number | null): string;
	checked(name: string, stored: boolean): boolean;
	refusal(name: string): string | undefined;
}

/** A text as forms show it. */
export interface FormText {
	title: string;
	summary: string;
	light: string;
	html: string;
}
