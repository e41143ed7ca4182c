// The first act of an empty installation: its name, its languages, its first administrator.
import { sql } from 'kysely';
import { z } from 'zod';
import { emailField, lineField, nameField, localeField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { forgetSetting } from '#platform/server/settings.ts';
import { addPerson, hashPassword } from '#foundations/accounts/server/index.ts';
import { installationSetUp, roleGiven, spaceCreated } from '../facts.ts';
import { addRole } from './members.ts';
import { insertSpace, spaceFields } from './save-space.ts';
import './schema.ts';

/** True until a root space exists. */
export async function isEmpty(db: Db | Tx): Promise<boolean> {
	return !(await db.selectFrom('space').select('id').limit(1).executeTakeFirst());
}

/** The setting that marks a loading of the demonstration as begun. */
export const loadingMark = 'demo_loading';
/** Held, shared, by whoever loads the demonstration; gone with its connection when it dies. */
const loadingLock = sql`hashtext('joussour loading')`;

/** Loads something into an empty installation; nobody sets it up meanwhile. */
export const withoutSetUp = <Result>(db: Db, load: () => Promise<Result>): Promise<Result> =>
	db.connection().execute(async (held) => {
		await sql`select pg_advisory_lock_shared(${loadingLock})`.execute(held);
		try {
			return await load();
		} finally {
			await sql`select pg_advisory_unlock_shared(${loadingLock})`.execute(held).catch(() => undefined);
		}
	});

/** Refuses while somebody loads; what a dead loading began, before anything was there, is forgotten. */
async function keepOutLoading(tx: Tx): Promise<void> {
	const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${loadingLock}) as free`.execute(tx);
	if (!rows[0]?.free) refuse('demo.loading');
	await forgetSetting(tx, loadingMark);
}

export const setUp = defineCommand({
	name: 'spaces.setUp',
	about: 'Names an empty installation and makes its first administrator; refused ever after.',
	input: z.object({
		name: nameField(1, 80),
		languages: z.array(localeField).min(1),
		region: z.enum(['MA', 'TN', 'BO']),
		adminName: lineField(1, 80),
		email: emailField,
		password: z.string().min(10).max(200),
	}),
	load: (tx) => isEmpty(tx),
	allow: (_actor, empty) => (empty ? null : { code: 'installation.already_done' }),
	async run({ tx, input, now }) {
		const again = await tx.selectFrom('sequencer').select('one').forUpdate().executeTakeFirst();
		if (!again || !(await isEmpty(tx))) refuse('installation.already_done');
		await keepOutLoading(tx);
		const texts = Object.fromEntries(input.languages.map((locale) => [locale, { name: input.name, description: '' }]));
		const zone = { MA: 'Africa/Casablanca', TN: 'Africa/Tunis', BO: 'America/La_Paz' }[input.region];
		const fields = spaceFields.parse({
			texts,
			languages: input.languages,
			hue: 270,
			secondHue: 150,
			logoFile: null,
			territoryId: null,
			zone,
			region: input.region,
		});
		const spaceId = await insertSpace(tx, { parentId: null, kind: 'portal', address: 'portal', fields, now });
		const personId = await addPerson(tx, {
			name: input.adminName,
			email: input.email,
			locale: input.languages[0]!,
			password: await hashPassword(input.password),
			now,
		});
		await addRole(tx, { spaceId, personId, role: 'admin', by: null, now });
		return {
			result: { spaceId, personId },
			facts: [
				installationSetUp(spaceId, {}),
				spaceCreated(spaceId, { kind: 'portal' }),
				roleGiven(spaceId, { role: 'admin', personId }),
			],
		};
	},
});
