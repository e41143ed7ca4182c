// What a form of this room needs of a page: what was typed or is stored, and the refusal beside a field.
import { type Merged, mergeShared, readShared, type SharedFields } from '../shared-fields.ts';
export interface Typed {
	value(name: string, stored?: string | number | null): string;
	checked(name: string, stored: boolean): boolean;
	refusal(name: string): string | undefined;
	errors(
		labels: Readonly<Record<string, string>>,
	): { field?: string | undefined; label?: string | undefined; text: string }[];
}

/** A text as forms show it. */
export interface FormText {
	title: string;
	summary: string;
	light: string;
	html: string;
}

/** The shared fields of a form: as stored, or after a refusal what was typed, joined with what others have stored since. */
export function sharedIn(typed: Typed, stored: SharedFields): Merged {
	const seen = readShared(typed.value('seen'));
	const sent: SharedFields = {
		creditName: typed.value('creditName', stored.creditName),
		creditUrl: typed.value('creditUrl', stored.creditUrl),
		imageFile: typed.value('imageFile', stored.imageFile),
		imageAlt: typed.value('imageAlt', stored.imageAlt),
	};
	return seen ? mergeShared(stored, sent, seen) : { fields: sent, seen: stored, changed: [], clashes: [] };
}
