// Writes the commitment an accepting answer makes.
import type { Tx } from '#platform/server/db.ts';
import { currencyOf } from '../money.ts';
import './schema.ts';

export interface NewCommitment {
	id: string;
	spaceId: string;
	proposalId: string;
	owners: Record<string, string>;
	budget: number | null;
	region: string;
	dueOn: string;
	now: Date;
}

export async function addCommitment(tx: Tx, given: NewCommitment): Promise<void> {
	await tx
		.insertInto('commitment')
		.values({
			id: given.id,
			space_id: given.spaceId,
			proposal_id: given.proposalId,
			owners: JSON.stringify(given.owners),
			budget: given.budget,
			currency: given.budget === null ? null : currencyOf(given.region),
			due_on: given.dueOn,
			status: 'planned',
			done_at: null,
			created_at: given.now,
		})
		.execute();
}
