// Reads processes with their texts and phases.
import type { Db, Tx } from '#platform/server/db.ts';
import type { Process } from '../process.ts';
import './schema.ts';

async function read(
	db: Db | Tx,
	where: { spaceIds?: readonly string[]; id?: string; address?: string; published?: boolean },
): Promise<Process[]> {
	const rows = await db
		.selectFrom('process')
		.selectAll()
		.$if(where.spaceIds !== undefined, (query) => query.where('space_id', 'in', where.spaceIds!))
		.$if(where.id !== undefined, (query) => query.where('id', '=', where.id!))
		.$if(where.address !== undefined, (query) => query.where('address', '=', where.address!))
		.$if(where.published === true, (query) => query.where('state', '<>', 'draft'))
		.orderBy('created_at', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const texts = await db.selectFrom('process_text').selectAll().where('process_id', 'in', ids).execute();
	const phases = await db
		.selectFrom('phase')
		.selectAll()
		.where('process_id', 'in', ids)
		.orderBy('starts_wall')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		spaceId: row.space_id,
		address: row.address,
		zone: row.zone,
		state: row.state,
		v: row.v,
		texts: Object.fromEntries(
			texts
				.filter((text) => text.process_id === row.id)
				.map(({ locale, title, description }) => [locale, { title, description }]),
		),
		phases: phases
			.filter((phase) => phase.process_id === row.id)
			.map((phase) => ({ id: phase.id, kind: phase.kind, startsWall: phase.starts_wall, endsWall: phase.ends_wall })),
	}));
}

/** Processes of a space, newest first; drafts only for staff. */
export const listProcesses = (db: Db, spaceId: string, staff: boolean): Promise<Process[]> =>
	read(db, { spaceIds: [spaceId], published: !staff });

/** Published and archived processes of several spaces, newest first. */
export const listProcessesOf = (db: Db, spaceIds: readonly string[]): Promise<Process[]> =>
	spaceIds.length === 0 ? Promise.resolve([]) : read(db, { spaceIds, published: true });

export async function processByAddress(
	db: Db,
	spaceId: string,
	address: string,
	staff: boolean,
): Promise<Process | null> {
	return (await read(db, { spaceIds: [spaceId], address, published: !staff }))[0] ?? null;
}

export async function processById(db: Db | Tx, id: string): Promise<Process | null> {
	return (await read(db, { id }))[0] ?? null;
}
