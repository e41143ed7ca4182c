// What a moderator has read of a text: its author may change the words for ten minutes, and no newer ones are decided unread.
import { createHash } from 'node:crypto';
import type { SubjectText } from '#platform/server/subjects.ts';

/** The same for the same words, and no others: SHA-256 of title, text and place, in base64url. */
export const readingOf = ({ title, text, place = null }: Pick<SubjectText, 'title' | 'text' | 'place'>): string =>
	createHash('sha256')
		.update(JSON.stringify([title, text, place]))
		.digest('base64url');
