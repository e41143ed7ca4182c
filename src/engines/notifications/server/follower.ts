// Turns facts into notices by the rules rooms declare: one a fact and recipient, so a replay adds nothing.
import type { Recorded } from '#platform/fact.ts';
import { type Locale, locales, translatorFor } from '#platform/i18n/index.ts';
import type { Follower } from '#platform/server/activity/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import { postLetter } from '#platform/server/mail/index.ts';
import type { NoticeRule } from '#platform/server/room.ts';
import { namesAndLocales } from '#foundations/accounts/server/index.ts';
import './schema.ts';

/** What the notice leads to: the thing decided rather than the decision. */
function subjectOf(rule: NoticeRule, fact: Recorded): { kind: string; id: string } {
	const data = fact.data as { subjectKind?: string; subjectId?: string; workId?: string };
	if (rule.subjectKind === 'version') return { kind: 'work', id: data.workId ?? fact.subject };
	if ((rule.subjectKind === 'case' || rule.subjectKind === 'decision') && data.subjectId)
		return { kind: data.subjectKind ?? 'contribution', id: data.subjectId };
	return { kind: rule.subjectKind, id: fact.subject };
}

/** Which of these persons have a notice of this kind about this subject already. */
async function toldBefore(tx: Tx, key: string, subjectId: string, persons: readonly string[]): Promise<string[]> {
	if (persons.length === 0) return [];
	const rows = await tx
		.selectFrom('notice')
		.select('person_id')
		.where('person_id', 'in', persons)
		.where('key', '=', key)
		.where('subject_id', '=', subjectId)
		.execute();
	return rows.map((row) => row.person_id);
}

async function notify(tx: Tx, rule: NoticeRule, fact: Recorded): Promise<void> {
	const subject = subjectOf(rule, fact);
	const wanted = [...new Set(await rule.recipients(tx, fact))].filter((id) => id !== fact.actorId);
	const told = rule.once ? await toldBefore(tx, rule.key, subject.id, wanted) : [];
	const recipients = wanted.filter((id) => !told.includes(id));
	if (recipients.length === 0) return;
	const added = await tx
		.insertInto('notice')
		.values(
			recipients.map((personId) => ({
				fact_id: fact.id,
				person_id: personId,
				key: rule.key,
				space_id: fact.spaceId,
				subject_kind: subject.kind,
				subject_id: subject.id,
				at: fact.at,
				read_at: null,
			})),
		)
		.onConflict((conflict) => conflict.columns(['fact_id', 'person_id']).doNothing())
		.returning('person_id')
		.execute();
	if (!rule.mail) return;
	const { config, clock } = installation();
	for (const person of await namesAndLocales(
		tx,
		added.map((row) => row.person_id),
	)) {
		const locale = locales.find((known) => known === person.locale) ?? ('fr' satisfies Locale);
		const t = translatorFor(locale);
		const link = `${config.origin}/${locale}/account/notices`;
		await postLetter(
			tx,
			{
				key: `${fact.id}:${person.id}`,
				personId: person.id,
				address: person.email,
				locale,
				subject: t.code(`${rule.key}.subject`),
				body: `${t.code(`${rule.key}.body`, { name: person.name })}\n\n${link}\n`,
			},
			clock(),
		);
	}
}

/** Imports and seeds count but never notify. */
export const notices: Follower = {
	name: 'notices',
	async apply(tx, fact) {
		if (fact.origin !== 'person') return;
		for (const room of installation().rooms)
			for (const rule of room.notices ?? []) if (rule.fact === fact.type) await notify(tx, rule, fact);
	},
};
