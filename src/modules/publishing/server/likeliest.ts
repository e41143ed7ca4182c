// Which version of a work a reader most likely reads: their own language, else the first of the space's that has it, else the
// earliest published. Front pages choose the language of their cards in the same order.
import { type RawBuilder, sql } from 'kysely';

/** To sort by, the likeliest first. `languages`: those of the space whose page it is, in its order. */
export const likeliestFirst = (
	locale: string,
	languages: readonly string[] | RawBuilder<string[]>,
): RawBuilder<unknown> => {
	const inOrder = 'length' in languages ? sql`${languages}::text[]` : languages;
	const place = sql`coalesce(array_position(${inOrder}, work_version.locale), 100)`;
	return sql`(work_version.locale <> ${locale}, ${place}, work_version.published_at)`;
};
