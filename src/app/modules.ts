// The one list of rooms: adding a room here is all it takes to have it notified, counted, searched, served and erased.
import { accounts } from '#foundations/accounts/server/index.ts';
import { spaces } from '#foundations/spaces/server/index.ts';
import { conversation } from '#engines/conversation/server/index.ts';
import { impact } from '#engines/impact/server/index.ts';
import { moderation } from '#engines/moderation/server/index.ts';
import { notifications } from '#engines/notifications/server/index.ts';
import { participation } from '#modules/participation/server/index.ts';
import { publishing } from '#modules/publishing/server/index.ts';
import { anyJob, type Job } from '#platform/server/jobs/index.ts';
import { blankSecrets, sendMail } from '#platform/server/mail/index.ts';
import type { Room } from '#platform/server/room.ts';
import type { FilesInUse } from '#platform/server/storage/index.ts';
import { tidyWith } from './tidy.ts';

export const rooms: readonly Room[] = [
	accounts,
	spaces,
	conversation,
	moderation,
	notifications,
	impact,
	publishing,
	participation,
];

/** What any room refers to. */
const filesInUse: FilesInUse = async (db) => {
	const ids: string[] = [];
	for (const room of rooms) ids.push(...((await room.files?.(db)) ?? []));
	return ids;
};

export const jobs: readonly Job[] = [
	anyJob(sendMail),
	anyJob(blankSecrets),
	anyJob(tidyWith(filesInUse)),
	...rooms.flatMap((room) => room.jobs ?? []),
];

export { gate } from '#engines/moderation/server/index.ts';
