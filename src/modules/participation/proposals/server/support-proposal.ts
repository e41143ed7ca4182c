// Support: one a person; a guest counts once a device where the space lets guests support. It can be taken back.
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { idField, optional } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { type Call, defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { proposalSupported, supportWithdrawn } from '../../facts.ts';
import { personKeyOf } from '../../person-key.ts';
import { isOpen } from '../../processes/index.ts';
import { processById } from '../../processes/server/index.ts';
import { maySupport } from '../policy.ts';
import { addSupport, removeSupport, takeProposal, whereabouts } from './store.ts';

const input = z.object({ proposalId: idField, device: optional(z.string().max(64)) });

const personKey = (actor: Actor, device: string | null): string =>
	personKeyOf(actor, device) ?? refuse('support.device_missing');

async function load(tx: Tx, { proposalId }: { proposalId: string }, call: Call) {
	const proposal = await takeProposal(tx, call.spaceId, proposalId);
	const process = (await processById(tx, proposal.process_id))!;
	const space = (await readSpace(tx, proposal.space_id))!;
	const open = isOpen(process, call.now, 'proposals', 'answers');
	return { proposal, open, guestsSupport: space.guestsSupport, state: proposal.state };
}

export const supportProposal = defineCommand({
	name: 'participation.supportProposal',
	about: 'Supports a proposal, once a person.',
	api: true,
	input,
	load,
	allow: (actor, loaded) => maySupport(actor, loaded),
	async run({ tx, input, loaded: { proposal }, actor, now }) {
		const added = await addSupport(tx, {
			proposalId: proposal.id,
			personKey: personKey(actor, input.device),
			actor,
			now,
		});
		const supports = proposal.supports + (added ? 1 : 0);
		return {
			result: { supports },
			facts: added ? [proposalSupported(proposal.id, { ...whereabouts(proposal), supports })] : [],
		};
	},
});

export const withdrawSupport = defineCommand({
	name: 'participation.withdrawSupport',
	about: 'Takes one’s support back.',
	api: true,
	input,
	load,
	allow: (actor, loaded) => maySupport(actor, loaded),
	async run({ tx, input, loaded: { proposal }, actor }) {
		const removed = await removeSupport(tx, proposal.id, personKey(actor, input.device));
		const supports = proposal.supports - (removed ? 1 : 0);
		return {
			result: { supports },
			facts: removed ? [supportWithdrawn(proposal.id, { ...whereabouts(proposal), supports })] : [],
		};
	},
});
