// A commitment in the hands of an act: locked until the act is done, and who may act on it.
import { type Actor, holds } from '#platform/actor.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/server/db.ts';
import { may } from '#foundations/spaces/index.ts';
import './schema.ts';

/** The locked row of a commitment of a space. Refuses `subject.not_found`. */
export async function takeCommitment(tx: Tx, spaceId: string | null, id: string) {
	const row = await tx
		.selectFrom('commitment')
		.selectAll()
		.where('id', '=', id)
		.where('space_id', '=', spaceId)
		.forUpdate()
		.executeTakeFirst();
	return row ?? refuse('subject.not_found');
}

/** Only who answers proposals acts on what was promised. */
export const mayAnswer = (actor: Actor): Refusal | null =>
	holds(actor, ...may.answer) ? null : { code: 'access.denied' };
