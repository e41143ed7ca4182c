// A place in a list ordered by instant and id, newest first: what is added or taken away elsewhere moves no page.
import { isId } from './ids.ts';

export interface Place {
	at: Date;
	id: string;
}

/** The cursor of what follows a place. */
export const cursorAfter = ({ at, id }: Place): string => `${at.getTime().toString(36)}.${id}`;

/** The place a cursor stands for; null for anything else, which is the start. */
export function placeOf(cursor: string): Place | null {
	const [at = '', id = ''] = cursor.split('.');
	const time = new Date(parseInt(at, 36));
	return Number.isFinite(time.getTime()) && isId(id) ? { at: time, id } : null;
}
