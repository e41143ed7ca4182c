// The tags of HTML that cleanHtml has written, one by one. Not for HTML of any other origin.
import { escapeHtml } from './characters.ts';

export interface Tag {
	/** As it stands in the text. */
	whole: string;
	closing: boolean;
	/** In lower case. */
	name: string;
	/** Values without escapes. */
	attributes: Readonly<Record<string, string>>;
}

const tag = /<(\/?)([a-z][a-z\d]*)\b([^<>]*)>/g;
const attribute = /\s([a-z]+)="([^"]*)"/g;

/** Undoes the escapes that the sanitiser writes in attributes. */
const plainValue = (value: string): string =>
	value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Cleaned HTML with each of its tags replaced by what `make` answers. */
export const replaceTags = (html: string, make: (tag: Tag) => string): string =>
	html.replace(tag, (whole, slash: string, name: string, rest: string) =>
		make({
			whole,
			closing: slash !== '',
			name,
			attributes: Object.fromEntries(
				[...rest.matchAll(attribute)].map(([, key, value]) => [key, plainValue(value ?? '')]),
			),
		}),
	);

/** A cleaned tag with one attribute changed. */
export const withAttribute = ({ whole }: Tag, name: string, value: string): string =>
	whole.replace(new RegExp(`\\s${name}="[^"]*"`), () => ` ${name}="${escapeHtml(value)}"`);
