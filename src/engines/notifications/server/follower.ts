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
	const data = fact.data as Partial<Record<'subjectKind' | 'subjectId' | 'workId' | 'proposalId', string>>;
	if (rule.subjectKind === 'version') return { kind: 'work', id: data.workId ?? fact.subject };
	if (rule.subjectKind === 'commitment') return { kind: 'proposal', id: data.proposalId ?? fact.subject };
	if (rule.subjectKind === 'thread') return { kind: data.subjectKind!, id: data.subjectId! };
	if ((rule.subjectKind === 'case' || rule.subjectKind === 'decision') && data.subjectId)
		return { kind: data.subjectKind ?? 'contribution', id: data.subjectId };
	return { kind: rule.subjectKind, id: fact.subject };
}

/**
 * Which of these persons have a notice of this kind about this subject already; `at`: only one they had not seen by then,
 * so that the answer is the same when the fact is read again later.
 */
async function toldBefore(
	tx: Tx,
	{ key, fact_id }: { key: string; fact_id: string },
	subjectId: string,
	persons: readonly string[],
	at: Date | null,
): Promise<Set<string>> {
	if (persons.length === 0) return new Set();
	const rows = await tx
		.selectFrom('notice')
		.select('person_id')
		.where('person_id', 'in', persons)
		.where('key', '=', key)
		.where('subject_id', '=', subjectId)
		.where('fact_id', '<>', fact_id)
		.$if(at !== null, (query) => query.where((eb) => eb.or([eb('read_at', 'is', null), eb('read_at', '>=', at)])))
		.execute();
	return new Set(rows.map((row) => row.person_id));
}

/** As many as one statement bears. */
const atOnce = 1_000;

async function notify(tx: Tx, rule: NoticeRule, fact: Recorded): Promise<void> {
	const subject = subjectOf(rule, fact);
	const wanted = [...new Set(await rule.recipients(tx, fact))].filter((id) => id !== fact.actorId);
	for (let at = 0; at < wanted.length; at += atOnce) await tell(tx, rule, fact, subject, wanted.slice(at, at + atOnce));
}

async function tell(
	tx: Tx,
	rule: NoticeRule,
	fact: Recorded,
	subject: { kind: string; id: string },
	wanted: readonly string[],
): Promise<void> {
	const earlier = (at: Date | null) => toldBefore(tx, { key: rule.key, fact_id: fact.id }, subject.id, wanted, at);
	const told = rule.once ? await earlier(null) : new Set<string>();
	const unseen = rule.gathered || rule.mail === 'first' ? await earlier(fact.at) : new Set<string>();
	const recipients = wanted.filter((id) => !told.has(id) && !(rule.gathered && unseen.has(id)));
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
	if (rule.mail)
		await write(
			tx,
			rule,
			fact,
			added.map((row) => row.person_id).filter((id) => !unseen.has(id)),
		);
}

/** A letter to each, in their language; a rule that holds further ones back says so at its foot. */
async function write(tx: Tx, rule: NoticeRule, fact: Recorded, persons: readonly string[]): Promise<void> {
	const { config, clock } = installation();
	for (const person of await namesAndLocales(tx, persons)) {
		const locale = locales.find((known) => known === person.locale) ?? ('fr' satisfies Locale);
		const t = translatorFor(locale);
		const parts = [
			t.code(`${rule.key}.body`, { name: person.name }),
			`${config.origin}/${locale}/account/notices`,
			...(rule.gathered || rule.mail === 'first' ? [t('notice.letter_once')] : []),
		];
		await postLetter(
			tx,
			{
				key: `${fact.id}:${person.id}`,
				personId: person.id,
				address: person.email,
				locale,
				subject: t.code(`${rule.key}.subject`),
				body: `${parts.join('\n\n')}\n`,
			},
			clock(),
		);
	}
}

/** Imports and seeds count but never notify; what the clock does is as if somebody had. */
export const notices: Follower = {
	name: 'notices',
	async apply(tx, fact) {
		if (fact.origin !== 'person' && fact.origin !== 'system') return;
		for (const room of installation().rooms)
			for (const rule of room.notices ?? []) if (rule.fact === fact.type) await notify(tx, rule, fact);
	},
};
