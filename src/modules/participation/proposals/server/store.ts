// The only SQL that writes proposals and supports, and the SQL twin of who may read them.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Fact } from '#platform/fact.ts';
import { refuse } from '#platform/refusal.ts';
import type { Tables, Tx } from '#platform/server/db.ts';
import type { Standing } from '#platform/server/subjects.ts';
import { unindex } from '#platform/server/search/index.ts';
import { may } from '#foundations/spaces/index.ts';
import { proposalHidden, proposalPublished, proposalSupported } from '../../facts.ts';
import type { ProposalState } from '../proposal.ts';
import './schema.ts';

/** SQL twin of mayRead. */
export function visibleTo(actor: Actor) {
	return (eb: ExpressionBuilder<Tables, 'proposal'>): Expression<SqlBool> => {
		if (holds(actor, ...may.moderate, ...may.answer)) return eb.val(true);
		const published = eb.and([
			eb('proposal.state', '=', 'published'),
			eb.exists(
				eb
					.selectFrom('process')
					.select('process.id')
					.whereRef('process.id', '=', 'proposal.process_id')
					.where('process.state', '<>', 'draft'),
			),
		]);
		if (!actor.id) return published;
		return eb.or([
			published,
			eb.and([eb('proposal.author_kind', '=', actor.kind), eb('proposal.author_id', '=', actor.id)]),
		]);
	};
}

export async function takeProposal(tx: Tx, spaceId: string | null, id: string) {
	const row = await tx
		.selectFrom('proposal')
		.selectAll()
		.where('id', '=', id)
		.$if(spaceId !== null, (query) => query.where('space_id', '=', spaceId!))
		.forUpdate()
		.executeTakeFirst();
	return row ?? refuse('subject.not_found');
}
export type ProposalRow = Awaited<ReturnType<typeof takeProposal>>;

export const whereabouts = (row: Pick<ProposalRow, 'process_id' | 'locale'>) => ({
	processId: row.process_id,
	locale: row.locale,
});

/** Adds a proposal with the next number of its process; the process row is the lock. */
export async function addProposal(
	tx: Tx,
	row: Omit<ProposalRow, 'number' | 'supports' | 'v' | 'edited_at'>,
): Promise<number> {
	await tx.selectFrom('process').select('id').where('id', '=', row.process_id).forUpdate().execute();
	const { n } = await tx
		.selectFrom('proposal')
		.select(({ fn }) => fn.max('number').as('n'))
		.where('process_id', '=', row.process_id)
		.executeTakeFirstOrThrow();
	const number = (n ?? 0) + 1;
	await tx
		.insertInto('proposal')
		.values({ ...row, number, edited_at: null })
		.execute();
	return number;
}

const setProposalState = (tx: Tx, id: string, state: ProposalState) =>
	tx
		.updateTable('proposal')
		.set({ state, v: sql`v + 1` })
		.where('id', '=', id)
		.execute();

/** Puts other words in the place of those a proposal had. */
export async function rewordProposal(
	tx: Tx,
	id: string,
	words: { title: string; text: string; place: string | null; territoryId: string | null; now: Date },
): Promise<void> {
	const { title, text, place, territoryId, now } = words;
	await tx
		.updateTable('proposal')
		.set({ title, text, place, territory_id: territoryId, edited_at: now, v: sql`v + 1` })
		.where('id', '=', id)
		.execute();
}

/** Takes a published proposal out of sight until somebody has looked at it. */
export async function hideProposal(tx: Tx, row: ProposalRow): Promise<Fact> {
	await setProposalState(tx, row.id, 'held');
	return proposalHidden(row.id, whereabouts(row));
}

/** Moves a proposal in or out of sight by a decision. Withdrawn and erased ones stay away. */
export async function moveProposal(tx: Tx, id: string, to: Standing): Promise<Fact[]> {
	const row = await takeProposal(tx, null, id);
	if (row.state === to || row.state === 'withdrawn' || row.state === 'erased') return [];
	await setProposalState(tx, id, to);
	if (to === 'published') return [proposalPublished(id, whereabouts(row))];
	return row.state === 'published' ? [proposalHidden(id, whereabouts(row))] : [];
}

/** Takes the words of a proposal away, also from search; its place and what was counted stay. */
export async function forgetProposal(tx: Tx, id: string, state: 'withdrawn' | 'erased'): Promise<void> {
	await unindex(tx, 'proposal', id);
	await tx
		.updateTable('proposal')
		.set({ title: '', text: '', place: null, territory_id: null, state, v: sql`v + 1` })
		.where('id', '=', id)
		.execute();
}

/** One support a person-key; true when it was new. The count stays true in the same transaction. */
export async function addSupport(
	tx: Tx,
	support: { proposalId: string; personKey: string; actor: Actor; now: Date },
): Promise<boolean> {
	const added = await tx
		.insertInto('support')
		.values({
			proposal_id: support.proposalId,
			person_key: support.personKey,
			actor_kind: support.actor.kind,
			actor_id: support.actor.id,
			at: support.now,
		})
		.onConflict((conflict) => conflict.columns(['proposal_id', 'person_key']).doNothing())
		.executeTakeFirst();
	if (added.numInsertedOrUpdatedRows === 0n) return false;
	await tx
		.updateTable('proposal')
		.set({ supports: sql`supports + 1` })
		.where('id', '=', support.proposalId)
		.execute();
	return true;
}

/** Supports gathered elsewhere (an import), in one go: keys that supported already are passed over. One fact for each new one. */
export async function addSupports(
	tx: Tx,
	proposalId: string,
	supports: readonly { personKey: string; actor: Actor }[],
	now: Date,
): Promise<Fact[]> {
	const proposal = await takeProposal(tx, null, proposalId);
	const added = await tx
		.insertInto('support')
		.values(
			supports.map(({ personKey, actor }) => ({
				proposal_id: proposalId,
				person_key: personKey,
				actor_kind: actor.kind,
				actor_id: actor.id,
				at: now,
			})),
		)
		.onConflict((conflict) => conflict.columns(['proposal_id', 'person_key']).doNothing())
		.returning('person_key')
		.execute();
	await tx
		.updateTable('proposal')
		.set({ supports: sql`supports + ${added.length}` })
		.where('id', '=', proposalId)
		.execute();
	return added.map((_, i) =>
		proposalSupported(proposalId, { ...whereabouts(proposal), supports: proposal.supports + i + 1 }),
	);
}

export async function removeSupport(tx: Tx, proposalId: string, personKey: string): Promise<boolean> {
	const removed = await tx
		.deleteFrom('support')
		.where('proposal_id', '=', proposalId)
		.where('person_key', '=', personKey)
		.executeTakeFirst();
	if (removed.numDeletedRows === 0n) return false;
	await tx
		.updateTable('proposal')
		.set({ supports: sql`supports - 1` })
		.where('id', '=', proposalId)
		.execute();
	return true;
}
