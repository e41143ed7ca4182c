// A place in a list ordered by instant and id, newest first: what is added or taken away elsewhere moves no page.
import { z } from 'zod';
import { isId } from './ids.ts';

export interface Place {
	at: Date;
	id: string;
}

/** The cursor of what follows a place. */
export const cursorAfter = ({ at, id }: Place): string => `${at.getTime().toString(36)}.${id}`;

/** The end of the year 9999: later instants are no days that everybody reads. */
const latest = 253_402_300_800_000;

/** The place a cursor stands for; null for anything else, which pages take for the start. */
export function placeOf(cursor: string): Place | null {
	const [at = '', id = ''] = cursor.split('.');
	const time = parseInt(at, 36);
	return time >= 0 && time < latest && isId(id) ? { at: new Date(time), id } : null;
}

/** A cursor as the API takes it: another one than it gave is refused, or a program would read the first page for ever. */
export const cursorField = z
	.string()
	.max(80)
	.refine((cursor) => placeOf(cursor) !== null, 'field.invalid')
	.optional();
