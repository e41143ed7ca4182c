// Whom publishing tells of what: editors of what waits for them, authors of what became of their text.
import type { NoticeRule } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { personsWith, readSpace } from '#foundations/spaces/server/index.ts';
import {
	signOffGiven,
	signOffRefused,
	versionAccepted,
	versionProposed,
	versionPublished,
	versionReturned,
	versionScheduled,
	versionWithdrawn,
} from '../facts.ts';
import { workSubject } from './subject.ts';

/** Told to the author of the work. */
const toAuthor = (
	kind: { type: string; parse(raw: unknown): { workId: string } },
	key: string,
	mail = false,
): NoticeRule => ({
	fact: kind.type,
	key,
	subjectKind: 'version',
	mail,
	recipients: (tx, { data }) => workSubject.authors!(tx, kind.parse(data).workId),
});

export const publishingNotices: readonly NoticeRule[] = [
	{
		fact: versionProposed.type,
		key: 'notice.version_proposed',
		subjectKind: 'version',
		recipients: async (tx, fact) => (fact.spaceId ? personsWith(tx, fact.spaceId, may.review) : []),
	},
	{
		fact: versionProposed.type,
		key: 'notice.sign_off_awaited',
		subjectKind: 'version',
		recipients: async (tx, { spaceId }) =>
			spaceId && (await readSpace(tx, spaceId))?.signOffRequired ? personsWith(tx, spaceId, ['validator']) : [],
	},
	toAuthor(signOffGiven, 'notice.sign_off_given'),
	toAuthor(signOffRefused, 'notice.sign_off_refused', true),
	toAuthor(versionReturned, 'notice.version_returned', true),
	toAuthor(versionAccepted, 'notice.version_accepted'),
	toAuthor(versionScheduled, 'notice.version_scheduled'),
	toAuthor(versionPublished, 'notice.version_published'),
	toAuthor(versionWithdrawn, 'notice.version_withdrawn', true),
];
