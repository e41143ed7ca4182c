// Writes the commitment an accepting answer makes.
import type { Tx } from '#platform/server/db.ts';
import './schema.ts';

/** Money of a region: what budgets are counted in. */
const currencies: Readonly<Record<string, string>> = { MA: 'MAD', TN: 'TND', BO: 'BOB' };

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
			id: given.id, space_id: given.spaceId, proposal_id: given.proposalId, owners: JSON.stringify(given.owners), budget: given.budget,
			currency: given.budget === null ? null : (currencies[given.region] ?? 'EUR'), due_on: given.dueOn, status: 'planned', done_at: null, created_at: given.now,
		})
		.execute();
}
