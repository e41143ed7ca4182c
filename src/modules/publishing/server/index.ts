// Door of publishing: works and their versions, from draft to withdrawn, and feeds that come in.
import { anyJob } from '#platform/server/jobs/index.ts';
import { anyCommand, joinWaits, type PersonalData, type Room } from '#platform/server/room.ts';
import { forgetUploader } from '#platform/server/storage/index.ts';
import { versionProposed, versionPublished } from '../facts.ts';
import { publishingNotices } from './notices.ts';
import { addLanguage } from './add-language.ts';
import { discardVersion } from './discard-version.ts';
import { draftWork } from './draft-work.ts';
import { filesInUse } from './files-in-use.ts';
import { pauseFeed, resumeFeed } from './pause-feed.ts';
import { removeFeed } from './remove-feed.ts';
import { importFeed, noteFeedError } from './import-feed.ts';
import {
	acceptVersion,
	proposeVersion,
	publishVersion,
	returnVersion,
	scheduleVersion,
	takeBackVersion,
	withdrawVersion,
} from './move-version.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { publishingQueries } from './queries.ts';
import { feedJobs } from './refresh-feeds.ts';
import { saveVersion } from './save-version.ts';
import { workSearch } from './search-follower.ts';
import { refuseSignOff, signOffVersion } from './sign-off-version.ts';
import { workSubject } from './subject.ts';
import { waitingSignOffs } from './waiting-sign-offs.ts';
import { waitingVersions } from './waiting.ts';

export { addLanguage, discardVersion, draftWork, saveVersion };
export { pauseFeed, removeFeed, resumeFeed };
export {
	acceptVersion,
	proposeVersion,
	publishVersion,
	returnVersion,
	scheduleVersion,
	takeBackVersion,
	withdrawVersion,
};
export { refuseSignOff, signOffVersion };
export { hashOf, textHashOf } from './sign-offs.ts';
export type { ImportReport } from './import-feed.ts';
export type { Credit } from './schema.ts';
export { fetchAndImport, fileAddress } from './fetch-feed.ts';
export { importFeed } from './import-feed.ts';
export { lastChangeOf } from './last-change.ts';
export { type FeedSource, listSources } from './list-sources.ts';
export { type Chip, countAwaitingSignOff, countVersions, listChips } from './count-versions.ts';
export {
	type DeskVersion,
	type ListedWork,
	listPublished,
	listVersions,
	publishedWorks,
	type WorkCard,
} from './list-works.ts';
export { countPublished, listAddresses } from './list-addresses.ts';
export { listFeedWorks } from './list-feed-works.ts';
export { countPlacedWorks, listPlacedWorks } from './list-placed.ts';
export { listTexts } from './list-texts.ts';
export { showShort, showWork, showWorkAtDesk, showWorkElsewhere, type WorkView } from './show-work.ts';
export { mayWrite } from '../policy.ts';
export { bodyForFeed, bodyForPage } from '../work-body.ts';

const personal: PersonalData = {
	export: async (db, personId) => ({
		works: await db
			.selectFrom('work')
			.innerJoin('work_version', 'work_version.work_id', 'work.id')
			.select(['work.id', 'locale', 'title', 'summary', 'body', 'state', 'territory_id'])
			.where('author_id', '=', personId)
			.execute(),
		reviews: await db
			.selectFrom('review')
			.select(['outcome', 'reason', 'at'])
			.where('by_person', '=', personId)
			.execute(),
		signOffs: await db
			.selectFrom('sign_off')
			.select(['outcome', 'hash', 'reason', 'at'])
			.where('by_person', '=', personId)
			.execute(),
	}),
	/** Published works belong to their medium and stay, without their author; what was never published goes. */
	async erase(tx, personId) {
		const own = tx.selectFrom('work').select('id').where('author_id', '=', personId);
		await tx
			.updateTable('work_version')
			.set({
				state: 'draft',
				scheduled_wall: null,
				title: '',
				summary: '',
				body: '',
				slug: (eb) => eb.cast<string>('id', 'text'),
			})
			.where('work_id', 'in', own)
			.where('published_at', 'is', null)
			.execute();
		await tx
			.updateTable('work')
			.set({ credit: null })
			.where('author_id', '=', personId)
			.where('source_id', 'is', null)
			.execute();
		const published = tx.selectFrom('work_version').select('work_id').where('published_at', 'is not', null);
		await tx
			.updateTable('work')
			.set({ image_file: null, image_alt: null })
			.where('author_id', '=', personId)
			.where('id', 'not in', published)
			.execute();
		await forgetUploader(tx, personId);
		await tx.updateTable('work').set({ author_id: null }).where('author_id', '=', personId).execute();
		await tx.updateTable('review').set({ reason: null }).where('by_person', '=', personId).execute();
		await tx.updateTable('sign_off').set({ reason: null }).where('by_person', '=', personId).execute();
	},
};

export const publishing: Room = {
	name: 'publishing',
	commands: [
		anyCommand(draftWork),
		anyCommand(addLanguage),
		anyCommand(saveVersion),
		anyCommand(proposeVersion),
		anyCommand(takeBackVersion),
		anyCommand(returnVersion),
		anyCommand(acceptVersion),
		anyCommand(scheduleVersion),
		anyCommand(publishVersion),
		anyCommand(withdrawVersion),
		anyCommand(discardVersion),
		anyCommand(signOffVersion),
		anyCommand(refuseSignOff),
		anyCommand(importFeed),
		anyCommand(noteFeedError),
		anyCommand(pauseFeed),
		anyCommand(resumeFeed),
		anyCommand(removeFeed),
	],
	queries: publishingQueries,
	jobs: [anyJob(publishScheduled), ...feedJobs],
	followers: [workSearch],
	files: filesInUse,
	subjects: [workSubject],
	personal,
	waiting: async (...asked) => joinWaits(await Promise.all([waitingVersions(...asked), waitingSignOffs(...asked)])),
	notices: publishingNotices,
	indicators: [
		{
			name: 'works_published',
			counts: [
				{
					fact: versionPublished.type,
					by: (fact) => (versionPublished.parse(fact.data).first ? 1 : 0),
					part: (fact) => versionPublished.parse(fact.data).locale,
				},
			],
		},
		{
			name: 'works_proposed',
			counts: [{ fact: versionProposed.type, part: (fact) => versionProposed.parse(fact.data).role ?? 'import' }],
		},
	],
};
