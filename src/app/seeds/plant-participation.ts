// The process of the demonstration with its proposals, supports, answers and commitments.
import { anonymous } from '#platform/actor.ts';
import { recordFacts } from '#platform/server/activity/index.ts';
import { runWithin } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { may } from '#foundations/spaces/index.ts';
import { decideCase, listCases } from '#engines/moderation/server/index.ts';
import {
	addSupports,
	answerProposal,
	reportProgress,
	saveProcess,
	submitProposal,
	supportProposal,
} from '#modules/participation/server/index.ts';
import { localeOf, type SeedAnswer, type SeedProposal } from './content.ts';
import { chance } from './chance.ts';
import { actorOf, callAt, daysBefore, type Loading, once, someone, territoryId } from './loading.ts';
import { awake, inOffice, onDuty, zone } from './moments.ts';

/** The process, made by an officer before its first phase; answers its id. */
export function plantProcess(loading: Loading): Promise<string> {
	const { process } = loading.content;
	const [today, space] = [dayOf(loading.base, zone), process.space];
	const first = Math.min(...process.phases.map((phase) => phase.daysFrom));
	return once(loading, `process ${process.key}`, async (tx) => {
		const officer = actorOf(loading, someone(loading, space, may.answer), space);
		const { id } = await runWithin(
			tx,
			saveProcess,
			callAt(loading, officer, space, inOffice(daysBefore(loading.base, 3 - first), process.key)),
			{
				address: process.key,
				state: 'published',
				texts: Object.fromEntries(
					Object.entries(process.title).map(([locale, title]) => [
						locale,
						{ title, description: process.description[locale] ?? '' },
					]),
				),
				phases: process.phases.map(({ key, name = {}, daysFrom, daysTo }) => ({
					kind: key.replace('-', '_'),
					titles: name,
					startsWall: `${addDays(today, daysFrom)}T00:00`,
					endsWall: `${addDays(today, daysTo + 1)}T00:00`,
				})),
			},
		);
		return id;
	});
}

/** When a proposal was made: some time before its age, so that not all are made at the hour of the loading. */
export const proposedAt = (base: Date, { key, daysAgo }: SeedProposal): Date =>
	awake(base, daysAgo + 0.45 * chance(`${key} made`));

/** A proposal; where the gate holds it, a moderator lets it pass within the hour. Answers its id. */
export const plantProposal = (loading: Loading, proposal: SeedProposal, processId: string): Promise<string> =>
	once(loading, `proposal ${proposal.key}`, async (tx) => {
		const { space } = loading.content.process;
		const at = proposedAt(loading.base, proposal);
		const assisted = proposal.assisted ?? false;
		const by = proposal.author ?? (assisted ? someone(loading, space, ['facilitator']) : null);
		const author = by ? actorOf(loading, by, space) : anonymous;
		const locale = localeOf(proposal.lang);
		const { title, text, place } = proposal;
		const { id, held } = await runWithin(tx, submitProposal, callAt(loading, author, space, at), {
			processId,
			locale,
			title,
			text,
			place,
			territory: await territoryId(tx, loading.content.places.proposals[proposal.key]),
			name: proposal.author ? null : proposal.guest,
			assisted,
			agreed: assisted,
		});
		if (held) {
			const call = callAt(
				loading,
				actorOf(loading, someone(loading, space, may.moderate), space),
				space,
				onDuty(at, 0.7, loading.base, proposal.key),
			);
			const open = (await listCases(tx, call.spaceId!, { limit: 500, locale })).find(
				({ subjectId }) => subjectId === id,
			);
			await runWithin(tx, decideCase, call, { caseId: open?.id, outcome: 'publish' });
		}
		return id;
	});

/** Hours from the proposal to each support, many at first, fewer later, in order. */
function moments({ key, daysAgo, supports }: SeedProposal): number[] {
	const hours = Array.from({ length: supports }, (_, i) => 1 + (daysAgo * 24 - 2) * chance(`${key} ${i}`) ** 2);
	return hours.sort((a, b) => a - b);
}

/** Supports that come in together, as on a market day. */
const round = 6;

/** The supports of a proposal: two of people with an account, the others of devices that exist in no browser. */
export const plantSupports = (loading: Loading, proposal: SeedProposal, proposalId: string): Promise<null> =>
	once(loading, `supports ${proposal.key}`, async (tx) => {
		const { space } = loading.content.process;
		const residents = loading.content.people.filter(
			(person) => person.roles.length === 0 && person.key !== proposal.author,
		);
		const first = Math.floor(chance(proposal.key) * residents.length);
		const at = (hours: number): Date => awake(loading.base, proposal.daysAgo - hours / 24);
		const [one, two, ...others] = moments(proposal);
		for (const [i, hours] of [one ?? 1, two ?? 2].entries()) {
			const actor = actorOf(loading, residents[(first + i) % residents.length]!.key, space);
			await runWithin(tx, supportProposal, callAt(loading, actor, space, at(hours)), { proposalId });
		}
		for (let i = 0; i < others.length; i += round) {
			const together = others.slice(i, i + round);
			const call = callAt(loading, anonymous, space, at(together.at(-1)!));
			const supports = together.map((_, n) => ({ personKey: `seeds:${proposal.key}:${i + n}`, actor: anonymous }));
			await recordFacts(tx, { ...call, origin: 'import' }, await addSupports(tx, proposalId, supports, call.now));
		}
		return null;
	});

async function report(tx: Tx, loading: Loading, answer: SeedAnswer, commitmentId: string): Promise<void> {
	const { space } = loading.content.process;
	const { progress, status, doneDaysAgo } = answer.commitment!;
	for (const [i, { daysAgo, text }] of progress.entries()) {
		const reached = status === 'done' && doneDaysAgo !== daysAgo ? 'under_way' : status;
		const at = loading.moments.of(`progress ${answer.proposal} ${i}`);
		const call = callAt(loading, actorOf(loading, answer.by, space), space, at);
		await runWithin(tx, reportProgress, call, { commitmentId, status: reached, notes: text });
	}
}

/** The answer to a proposal with the commitment it makes and how far that has come. */
export const plantAnswer = (loading: Loading, answer: SeedAnswer, proposalId: string): Promise<null> =>
	once(loading, `answer ${answer.proposal}`, async (tx) => {
		const { space } = loading.content.process;
		const { commitment } = answer;
		const dueOn = commitment ? addDays(dayOf(loading.base, zone), commitment.dueInDays) : null;
		const at = loading.moments.of(`answer ${answer.proposal}`);
		const call = callAt(loading, actorOf(loading, answer.by, space), space, at);
		const { commitmentId } = await runWithin(tx, answerProposal, call, {
			proposalId,
			outcome: answer.outcome,
			reasons: answer.text,
			owners: commitment?.owner ?? {},
			budget: commitment?.budget ?? null,
			dueOn,
		});
		if (commitmentId) await report(tx, loading, answer, commitmentId);
		return null;
	});
