// Makes a process with its phases, or changes one.
import { z } from 'zod';
import { holds } from '#platform/actor.ts';
import { countField, idField, lineField, localeField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { addressShape, may } from '#foundations/spaces/index.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { processSaved } from '../../facts.ts';
import { isBlankRow, phaseKinds, phasesRefusals, processStates } from '../process.ts';
import { processById } from './read-processes.ts';
import './schema.ts';

/** Whether another process of the space has this address. */
async function isTaken(tx: Tx, spaceId: string | null, address: string, own: string | null): Promise<boolean> {
	const namesake = await tx
		.selectFrom('process')
		.select('id')
		.where('space_id', '=', spaceId)
		.where('address', '=', address)
		.executeTakeFirst();
	return namesake !== undefined && namesake.id !== own;
}

export const saveProcess = defineCommand({
	name: 'participation.saveProcess',
	about: 'Makes a participation process with dated phases, or changes it.',
	api: true,
	input: z.object({
		id: optional(idField),
		v: countField.default(0),
		address: z.string().trim().toLowerCase().regex(addressShape, 'address.shape'),
		state: z.enum(processStates),
		texts: z.partialRecord(localeField, z.object({ title: lineField(3, 160), description: textField(0, 4_000) })),
		/** Rows without dates are no phases. */
		phases: z
			.array(
				z.object({
					kind: z.enum(phaseKinds),
					titles: z.partialRecord(localeField, lineField(2, 80)).default({}),
					startsWall: z.string(),
					endsWall: z.string(),
				}),
			)
			.max(24),
	}),
	async check({ id = null, address, texts, phases }, { tx, call }) {
		const refusals: Refusal[] = [];
		if (texts && Object.keys(texts).length === 0) refusals.push({ code: 'field.missing', field: 'texts' });
		if (address && (await isTaken(tx, call.spaceId, address, id)))
			refusals.push({ code: 'address.taken', field: 'address' });
		const rows = phases?.map(({ kind, startsWall = '', endsWall = '' }) => ({ kind, startsWall, endsWall }));
		return rows ? [...refusals, ...phasesRefusals(rows)] : refusals;
	},
	async load(tx, input, call) {
		const process = input.id ? await processById(tx, input.id) : null;
		if (input.id && process?.spaceId !== call.spaceId) refuse('subject.not_found');
		return { process, space: (call.spaceId ? await readSpace(tx, call.spaceId) : null) ?? refuse('space.not_found') };
	},
	allow: (actor) => (holds(actor, ...may.answer) ? null : { code: 'access.denied' }),
	async run({ tx, input, loaded: { process, space }, now }) {
		const id = process?.id ?? newId(now.getTime());
		const columns = { address: input.address, state: input.state };
		if (process) {
			const saved = await tx
				.updateTable('process')
				.set({ ...columns, v: input.v + 1 })
				.where('id', '=', id)
				.where('v', '=', input.v)
				.executeTakeFirst();
			if (saved.numUpdatedRows === 0n) refuse('version.stale');
		} else {
			const added = await tx
				.insertInto('process')
				.values({ id, space_id: space.id, zone: space.zone, created_at: now, ...columns })
				.onConflict((conflict) => conflict.columns(['space_id', 'address']).doNothing())
				.executeTakeFirst();
			if (added.numInsertedOrUpdatedRows === 0n) refuse('address.taken', {}, 'address');
		}
		await tx
			.deleteFrom('process_text')
			.where('process_id', '=', id)
			.where('locale', 'not in', Object.keys(input.texts))
			.execute();
		for (const [locale, text] of Object.entries(input.texts))
			await tx
				.insertInto('process_text')
				.values({ process_id: id, locale, ...text })
				.onConflict((conflict) => conflict.columns(['process_id', 'locale']).doUpdateSet(text))
				.execute();
		await tx.deleteFrom('phase').where('process_id', '=', id).execute();
		await tx
			.insertInto('phase')
			.values(
				input.phases
					.filter((row) => !isBlankRow(row))
					.map((phase) => ({
						id: newId(),
						process_id: id,
						kind: phase.kind,
						titles: JSON.stringify(phase.titles),
						starts_wall: phase.startsWall,
						ends_wall: phase.endsWall,
					})),
			)
			.execute();
		return { result: { id }, facts: [processSaved(id, { state: input.state })] };
	},
});
