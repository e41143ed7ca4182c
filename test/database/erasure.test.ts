// Forgetting a person: a marker planted in every field of theirs is found nowhere afterwards, and counts stay.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { changeProfile, erasePerson, exportPerson, makeToken } from '#foundations/accounts/server/index.ts';
import {
	contribute,
	countContributions,
	listContributions,
	withdrawContribution,
} from '#engines/conversation/server/index.ts';
import { readReport } from '#engines/impact/server/index.ts';
import {
	addWatchedWords,
	appealDecision,
	decideCase,
	flagSubject,
	listCases,
} from '#engines/moderation/server/index.ts';
import { supportProposal } from '#modules/participation/server/index.ts';
import { draftWork } from '#modules/publishing/server/index.ts';
import { acceptInvitation, invite } from '#foundations/spaces/server/index.ts';
import { search } from '#platform/server/search/index.ts';
import { postLetter } from '#platform/server/mail/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

const marker = 'Zqxwyveth';
let installation: TestInstallation;

beforeAll(async () => {
	installation = await testInstallation();
});

/** Every table and column in which the marker is found, as text. */
async function foundIn(): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')`.execute(installation.db);
	const found: string[] = [];
	for (const { name } of rows) {
		const hits = await sql<{
			n: number;
		}>`select count(*) n from ${sql.raw(name)} t where t::text ilike ${`%${marker}%`}`.execute(installation.db);
		if (Number(hits.rows[0]!.n) > 0) found.push(name);
	}
	const walk = async (folder: string): Promise<void> => {
		for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
			const full = path.join(folder, entry.name);
			if (entry.isDirectory()) await walk(full);
			else if ((await readFile(full)).toString('latin1').includes(marker)) found.push(full);
		}
	};
	await walk(installation.config.dataDir);
	return found;
}

test('a forgotten person is found nowhere, and what was counted stays counted', async () => {
	const build = builders(installation);
	const { db } = installation;
	const space = await build.aSpace({ kind: 'commune' });
	const moderator = await build.aPerson(['moderator'], space);
	const admin = await build.aPerson(['admin']);
	const rule = await build.aRule(space, moderator);
	await db.transaction().execute((tx) => addWatchedWords(tx, space, [{ pattern: 'hmar', match: 'skeleton' }]));
	const email = `${marker.toLowerCase()}@example.org`;
	const person = await build.aPerson(['producer'], space, { name: `Nadia ${marker}`, email });
	const { workId } = await build.aWork(space);

	// A marker in everything a person can leave.
	const said = await build.act(contribute, person, space, {
		subjectId: workId,
		locale: 'fr',
		text: `Mon avis ${marker} compte.`,
	});
	const refused = await build.act(contribute, person, space, {
		subjectId: workId,
		locale: 'fr',
		text: `Ce hmar de ${marker}.`,
	});
	const open = (await listCases(db, space, { limit: 9, locale: 'fr' })).find((one) => one.subjectId === refused.id)!;
	const { decisionId } = await build.act(decideCase, moderator, space, {
		caseId: open.id,
		outcome: 'refuse',
		ruleId: rule,
		sentence: `Nadia ${marker}, restez polie.`,
	});
	await build.act(appealDecision, person, space, { decisionId, text: `Je conteste, ${marker}.` });
	const proposal = await build.aProposal(space, {
		author: person,
		title: `Une place pour ${marker}`,
		text: `Il manque une place, dit ${marker} depuis longtemps.`,
	});
	const elsewhere = await build.aProposal(space);
	await build.act(supportProposal, person, space, { proposalId: elsewhere.id });
	const other = await build.act(contribute, moderator, space, {
		subjectId: workId,
		locale: 'fr',
		text: 'Une autre voix encore.',
	});
	await build.act(flagSubject, person, space, {
		kind: 'contribution',
		id: other.id,
		reason: 'other',
		text: `Signalé par ${marker}`,
	});
	await build.act(draftWork, person, space, {
		locale: 'fr',
		title: `Brouillon ${marker}`,
		summary: marker,
		body: `<p>${marker}</p>`,
		creditName: marker,
	});
	await build.act(makeToken, person, null, { name: `Téléphone ${marker}` });
	const { token } = await build.act(invite, admin, await build.root(), { role: 'producer', email });
	await db
		.insertInto('file')
		.values({
			id: build.newId(),
			space_id: space,
			by_person: person.id,
			sha256: 'f'.repeat(64),
			kind: 'image/webp',
			bytes: 1,
			width: 1,
			height: 1,
			created_at: installation.clock(),
		})
		.execute();
	await build.act(changeProfile, person, null, { name: `Nadia ${marker}`, locale: 'fr' });
	await db
		.transaction()
		.execute((tx) =>
			postLetter(
				tx,
				{ personId: person.id, address: email, locale: 'fr', subject: `Bonjour ${marker}`, body: marker },
				installation.clock(),
			),
		);
	await installation.settle();
	expect((await foundIn()).length).toBeGreaterThan(8);
	expect((await search(db, marker, { limit: 5 })).map((found) => found.id)).toContain(proposal.id);

	const day = '2026-10-15';
	const before = {
		report: await readReport(db, [{ id: space, zone: 'Africa/Casablanca' }], { from: day, to: day }, day),
		counts: await countContributions(db, [workId]),
	};
	expect(JSON.stringify(await exportPerson(db, person.id))).toContain(`Mon avis ${marker} compte.`);

	expect(
		(await refusalFrom(build.act(erasePerson, person, null, { confirmation: 'quelqu’un@example.org' }))).code,
	).toBe('confirmation.wrong');
	await build.act(erasePerson, person, null, { confirmation: email });
	await installation.settle();

	expect(await foundIn()).toEqual([]);
	expect(await search(db, marker, { limit: 5 })).toEqual([]);
	expect(await db.selectFrom('file').select('id').where('by_person', '=', person.id).execute()).toEqual([]);
	// What was never published leaves no place behind.
	const shown = (await listContributions(db, workId, { sort: 'oldest', limit: 9 }))!;
	expect(shown.items.map((item) => item.id)).not.toContain(refused.id);
	expect(shown.items).toHaveLength(shown.published);
	// An invitation that was theirs alone serves nobody else.
	expect((await refusalFrom(build.act(acceptInvitation, moderator, null, { token }))).code).toBe(
		'invitation.not_found',
	);
	expect(JSON.stringify(await exportPerson(db, person.id))).not.toContain(marker);
	expect((await countContributions(db, [workId])).get(workId)).toBe(before.counts.get(workId));
	expect(
		(await readReport(db, [{ id: space, zone: 'Africa/Casablanca' }], { from: day, to: day }, day)).figures,
	).toEqual(before.report.figures);
	expect((await refusalFrom(build.act(withdrawContribution, person, space, { id: said.id }))).code).toBe(
		'contribution.already_done',
	);
});
