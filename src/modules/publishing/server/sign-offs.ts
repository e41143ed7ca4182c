// Sign-offs in the database: the hash of a text as Node and SQL make it, alike, and which texts wait for one.
import { createHash } from 'node:crypto';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Db, Tables, Tx } from '#platform/server/db.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { canonicalText, type SignedText } from '../sign-off.ts';
import './schema.ts';

/** SHA-256 of the exact text, hexadecimal. */
export const hashOf = (text: SignedText): string => createHash('sha256').update(canonicalText(text)).digest('hex');

const part = (field: Expression<unknown>) => sql`coalesce(octet_length(${field}) || ':' || ${field}, '-') || chr(10)`;

/** SQL twin of hashOf, over work_version joined with work. */
function textHash(eb: ExpressionBuilder<Tables, 'work' | 'work_version'>) {
	const fields = [
		...(['locale', 'title', 'summary', 'body'] as const).map((name) => part(eb.ref(`work_version.${name}`))),
		part(sql`(work.credit->>'name')`),
		part(sql`(work.credit->>'url')`),
		part(sql`work.image_file::text`),
		part(eb.ref('work.image_alt')),
	];
	return sql<string>`encode(sha256(convert_to(${sql.join(fields, sql` || `)}, 'UTF8')), 'hex')`;
}

/** The hash of the text a version has now; null when there is no such version. */
export async function textHashOf(db: Db | Tx, versionId: string): Promise<string | null> {
	const row = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select((eb) => textHash(eb).as('hash'))
		.where('work_version.id', '=', versionId)
		.executeTakeFirst();
	return row?.hash ?? null;
}

/** The newest word on the text a version has now is a sign-off. */
const isSigned = (eb: ExpressionBuilder<Tables, 'work' | 'work_version'>) =>
	eb(
		eb.fn.coalesce(
			eb
				.selectFrom('sign_off')
				.select('outcome')
				.whereRef('sign_off.version_id', '=', 'work_version.id')
				.where('hash', '=', textHash(eb))
				.orderBy('at', 'desc')
				.orderBy('sign_off.id', 'desc')
				.limit(1),
			sql.lit('none'),
		),
		'=',
		'signed',
	);

/**
 * Signed before, and something was written since, in this language or another (they share credit and picture). An hour is
 * allowed for clocks that differ. Cheap: the hash is only made of public texts that pass. A credit that went with its erased
 * person is nothing written.
 */
const isWrittenSinceSigned = (eb: ExpressionBuilder<Tables, 'work' | 'work_version'>) =>
	eb.exists(
		eb
			.selectFrom('work_version as written')
			.select('written.id')
			.whereRef('written.work_id', '=', 'work_version.work_id')
			.where((each) =>
				each(
					'written.updated_at',
					'>',
					each
						.selectFrom('sign_off')
						.select(sql<Date>`max(sign_off.at) - interval '1 hour'`.as('signed'))
						.whereRef('sign_off.version_id', '=', 'work_version.id')
						.where('outcome', '=', 'signed'),
				),
			),
	);

/** Texts in these states, and public ones that were changed after they were signed, without a sign-off that holds. */
export const awaitsSignOff = (eb: ExpressionBuilder<Tables, 'work' | 'work_version'>): Expression<SqlBool> =>
	// A case and no conjunction: what it asks first is answered first.
	sql<SqlBool>`case
		when work_version.state in ('proposed', 'accepted', 'scheduled') then not ${isSigned(eb)}
		when work_version.state = 'published' and ${isWrittenSinceSigned(eb)} then not ${isSigned(eb)}
		else false end`;

/** Every sign-off and refusal of these versions, newest first. */
export const listSignOffs = (db: Db | Tx, versionIds: readonly string[]) =>
	db
		.selectFrom('sign_off')
		.select(['version_id as versionId', 'outcome', 'hash', 'reason', 'at', 'by_person as byPerson'])
		.where('version_id', 'in', versionIds)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.execute();

export async function addSignOff(
	tx: Tx,
	given: {
		versionId: string;
		by: string | null;
		outcome: 'signed' | 'refused';
		hash: string;
		reason: string | null;
		now: Date;
	},
): Promise<void> {
	await tx
		.insertInto('sign_off')
		.values({
			id: newId(),
			version_id: given.versionId,
			by_person: given.by,
			outcome: given.outcome,
			hash: given.hash,
			reason: given.reason,
			at: given.now,
		})
		.execute();
}

/** Refuses `sign_off.missing` where the space asks for a sign-off of this very text and there is none. */
export async function needSignOff(tx: Tx, version: SignedText & { id: string; spaceId: string }): Promise<void> {
	const space = await readSpace(tx, version.spaceId);
	if (!space?.signOffRequired) return;
	const hash = hashOf(version);
	const latest = (await listSignOffs(tx, [version.id])).find((one) => one.hash === hash);
	if (latest?.outcome !== 'signed') refuse('sign_off.missing');
}
