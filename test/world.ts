// Things and people in a running demonstration, for tests that ask every door.
import type { BrowserContext } from 'playwright';
import { anonymous } from '#platform/actor.ts';
import { readConfig } from '#platform/server/config.ts';
import { openDb } from '#platform/server/db.ts';
import { type Installation, setInstallation } from '#platform/server/installation.ts';
import { startJobs } from '#platform/server/jobs/index.ts';
import { listenForFacts } from '#platform/server/listen.ts';
import { ensureServer } from '#platform/server/postgres/index.ts';
import { secretOf } from '#platform/server/settings.ts';
import { gate, rooms } from '#app/modules.ts';
import { openSession, receiptOf } from '#foundations/accounts/server/index.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { invite } from '#foundations/spaces/server/index.ts';
import { contribute, withdrawContribution } from '#engines/conversation/server/index.ts';
import { flagSubject } from '#engines/moderation/server/index.ts';
import { answerProposal, withdrawProposal } from '#modules/participation/server/index.ts';
import { draftWork, withdrawVersion } from '#modules/publishing/server/index.ts';
import { builders } from './build.ts';
import type { World } from './journeys/access-table.ts';

export interface Cookies {
	of: (role: string, at: string) => Promise<string>;
}

/** The cookie of a person who holds this role (or none) in one place; made at first use. */
export const signedInAs = (
	cookies: Cookies,
	role: Role | 'resident',
	at: 'medium' | 'commune' | 'root' | 'elsewhere',
): Promise<string> => cookies.of(role, at);

/** Gives a browser the cookie of somebody who is signed in. */
export async function carry(context: BrowserContext, url: string, cookie: string): Promise<void> {
	const [name, value] = cookie.split(';')[0]!.split(/=(.*)/s) as [string, string];
	await context.addCookies([{ name, value, url }]);
}

/** Lets a browser in as a person, without the form. */
export const enter = async (context: BrowserContext, url: string, personId: string): Promise<void> =>
	carry(context, url, await openSession(personId, 'test'));

/** Attaches to a running application's database as another process of the same installation. */
export async function attach(url: string, dataDir: string): Promise<Installation & { stop(): Promise<void> }> {
	const { connection } = await ensureServer({ dataDir });
	const { db, pool } = openDb({ connection, max: 4, onError: () => undefined });
	const listener = await listenForFacts(connection);
	const jobs = await startJobs({ pool, onError: () => undefined });
	const installation: Installation = {
		config: readConfig({ DATA_DIR: dataDir, ORIGIN: url }),
		db,
		pool,
		connection,
		jobs,
		listener,
		rooms,
		gate,
		version: 'test',
		secret: await secretOf(db),
		clock: () => new Date(),
		log: () => undefined,
	};
	setInstallation(installation);
	return {
		...installation,
		async stop() {
			await listener.stop();
			await jobs.stop().catch(() => undefined);
			await db.destroy();
		},
	};
}

export async function aWorld(
	url: string,
	dataDir: string,
): Promise<{ world: World; cookies: Cookies; close: () => Promise<void> }> {
	const installation = await attach(url, dataDir);
	const { db } = installation;
	const build = builders(installation);
	const mark = Math.random().toString(36).slice(2, 8);
	const places = {
		medium: await build.aSpace({ address: `porte-radio-${mark}` }),
		commune: await build.aSpace({ kind: 'commune', address: `porte-commune-${mark}` }),
		elsewhere: await build.aSpace({ address: `ailleurs-${mark}` }),
		root: await build.root(),
	};
	const producer = await build.aPerson(['producer'], places.medium);
	const officer = await build.aPerson(['officer'], places.commune);
	const admin = await build.aPerson(['admin'], places.root);
	const shown = await build.aWork(places.medium, { title: 'Porte ouverte' });
	const gone = await build.aWork(places.medium, { title: 'Porte fermée' });
	await build.act(withdrawVersion, { ...admin, roles: ['admin'] }, places.medium, { versionId: gone.versionId });
	const draft = await build.act(draftWork, producer, places.medium, {
		locale: 'fr',
		title: 'Brouillon d’une autre',
		summary: '',
		body: '<p>…</p>',
	});
	const processId = await build.aProcess(places.commune);
	const proposal = await build.aProposal(places.commune, { processId });
	const withdrawn = await build.aProposal(places.commune, { processId, author: officer });
	await build.act(withdrawProposal, officer, places.commune, { id: withdrawn.id });
	const accepted = await build.aProposal(places.commune, { processId });
	const { commitmentId } = await build.act(answerProposal, officer, places.commune, {
		proposalId: accepted.id,
		outcome: 'accepted',
		reasons: { fr: 'Acceptée, nous le ferons.' },
		owners: { fr: 'Voirie' },
		dueOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
	});
	const say = (text: string) =>
		build.act(contribute, anonymous, places.medium, { subjectId: shown.workId, locale: 'fr', text });
	const said = await say('Une parole ouverte à tout le monde ici.');
	const flagged = await say('Une autre parole, signalée par quelqu’un.');
	await build.act(flagSubject, anonymous, places.medium, {
		kind: 'contribution',
		id: flagged.id,
		reason: 'other',
		device: 'access',
	});
	const takenBack = await say('Je reprends ces quelques mots ensuite.');
	await build.act(
		withdrawContribution,
		{ kind: 'guest', id: (await receiptOf(db, takenBack.receipt!))!.guestId, roles: [] },
		places.medium,
		{ id: takenBack.id },
	);
	const { token } = await build.act(invite, admin, places.root, { role: 'producer', email: '' });
	const row = await db.selectFrom('work').select('short').where('id', '=', shown.workId).executeTakeFirstOrThrow();
	const open = await db
		.selectFrom('moderation_case')
		.select('id')
		.where('subject_id', '=', flagged.id)
		.executeTakeFirstOrThrow();
	const process = await db
		.selectFrom('process')
		.select('address')
		.where('id', '=', processId)
		.executeTakeFirstOrThrow();
	const file = await db.selectFrom('file').select('id').limit(1).executeTakeFirstOrThrow();
	const made = new Map<string, Promise<string>>();
	const cookieFor = async (role: string, at: string): Promise<string> => {
		const person =
			role === 'resident'
				? await build.aPerson()
				: await build.aPerson([role as Role], places[at as keyof typeof places]);
		return (await openSession(person.id, 'test')).split(';')[0]!;
	};
	return {
		world: {
			medium: `porte-radio-${mark}`,
			commune: `porte-commune-${mark}`,
			work: shown.workId,
			slug: 'porte-ouverte',
			withdrawnSlug: 'porte-fermee',
			short: row.short,
			process: process.address,
			number: String(proposal.number),
			proposal: proposal.id,
			withdrawnNumber: String(withdrawn.number),
			caseId: open.id,
			contribution: said.id,
			withdrawnContribution: takenBack.id,
			commitment: commitmentId!,
			receipt: said.receipt!,
			invitation: token,
			file: file.id,
			otherDraft: draft.workId,
		},
		cookies: {
			of(role, at) {
				const key = `${role} ${at}`;
				if (!made.has(key)) made.set(key, cookieFor(role, at));
				return made.get(key)!;
			},
		},
		close: () => installation.stop(),
	};
}
