// Contributions of the demonstration: each passes the gate for real; then moderators decide what the content says they decided.
import { type Actor, anonymous } from '#platform/actor.ts';
import { runWithin } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { contribute, listUnanswered, setContributionAside } from '#engines/conversation/server/index.ts';
import type { FlagReason } from '#engines/moderation/index.ts';
import { decideCase, flagSubject, listCases, listRules } from '#engines/moderation/server/index.ts';
import { may } from '#foundations/spaces/index.ts';
import { localeOf, type SeedContribution } from './content.ts';
import { chance } from './chance.ts';
import { actorOf, callAt, daysBefore, fail, hoursAfter, idOf, type Loading, once, someone } from './loading.ts';
import { onDuty } from './moments.ts';

/** What a reader complains of where the gate saw nothing, by the number of the rule. */
const complaints: Readonly<Record<number, FlagReason>> = {
	1: 'insult',
	2: 'threat',
	3: 'hate',
	4: 'private',
	5: 'spam',
	6: 'false',
};
const seen: Readonly<Record<string, FlagReason>> = {
	word: 'insult',
	phone: 'private',
	link: 'spam',
	repeat: 'spam',
	caps: 'other',
};

const openCase = async (tx: Tx, spaceId: string, id: string): Promise<string | undefined> =>
	(await listCases(tx, spaceId, { limit: 500, locale: 'fr' })).find((open) => open.subjectId === id)?.id;

/** The decision of the content; where the gate held what nobody objects to, a moderator lets it pass within the hour. */
async function decide(
	tx: Tx,
	loading: Loading,
	said: SeedContribution,
	subject: { id: string; space: string; at: Date; held: boolean },
): Promise<void> {
	const spaceId = idOf(loading.spaces, subject.space);
	const { decision } = said;
	const objected = decision !== null || said.expected !== 'published';
	if (!subject.held && objected) {
		const reason = complaints[decision?.rule ?? 0] ?? seen[said.held ?? ''] ?? 'other';
		const until = decision ? loading.moments.of(`decision ${said.key}`) : loading.base;
		const at = hoursAfter(subject.at, Math.min(0.4, (until.getTime() - subject.at.getTime()) / 7_200_000));
		await runWithin(tx, flagSubject, callAt(loading, anonymous, subject.space, at), {
			kind: 'contribution',
			id: subject.id,
			reason,
		});
	}
	if (said.expected === 'held' || (!objected && !subject.held)) return;
	const by = decision?.by ?? someone(loading, subject.space, may.moderate);
	const at = loading.moments.of(`decision ${said.key}`);
	const moderator: Actor = actorOf(loading, by, subject.space);
	const rule = (await listRules(tx, spaceId)).find(({ number }) => number === decision?.rule);
	await runWithin(tx, decideCase, callAt(loading, moderator, subject.space, at), {
		caseId: (await openCase(tx, spaceId, subject.id)) ?? fail(`${said.key} has no case`),
		outcome: said.expected === 'refused' ? 'refuse' : 'publish',
		ruleId: rule?.id ?? null,
		sentence: decision?.sentence ?? null,
		sentenceLocale: decision?.sentenceLang ?? null,
	});
}

/** One contribution with what became of it; answers its id. */
export const plantContribution = (
	loading: Loading,
	said: SeedContribution,
	place: { space: string; subjectId: string },
	parentId: string | null,
): Promise<string> =>
	once(loading, `contribution ${said.key}`, async (tx) => {
		const at = loading.moments.of(said.key);
		const author = said.author ? actorOf(loading, said.author, place.space) : anonymous;
		const { id, held } = await runWithin(tx, contribute, callAt(loading, author, place.space, at), {
			subjectId: place.subjectId,
			parentId,
			locale: localeOf(said.lang),
			name: said.author ? null : said.guest,
			text: said.text,
			asSpace: said.asSpace ?? false,
		});
		await decide(tx, loading, said, { id, space: place.space, at, held });
		return id;
	});

/** Days after which community managers have settled what the public said: what they did not answer they have set aside. */
const settledAfter = 9;

/** What somebody's part it was to answer in a space and needed no answer, set aside on the next working day. */
export const plantSetAside = (loading: Loading, space: string): Promise<null> =>
	once(loading, `set aside ${space}`, async (tx) => {
		const manager = actorOf(loading, someone(loading, space, ['community_manager']), space);
		const before = daysBefore(loading.base, settledAfter);
		for (const { id, at } of await listUnanswered(tx, idOf(loading.spaces, space), loading.base, { limit: 500 }))
			if (at < before) {
				const call = callAt(loading, manager, space, onDuty(at, 20 * chance(`${id} aside`), loading.base, id));
				await runWithin(tx, setContributionAside, call, { contributionId: id });
			}
		return null;
	});
