// Reads processes with their texts and phases.
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '#platform/server/db.ts';
import type { Process } from '../process.ts';
import './schema.ts';

/** Processes with their texts and phases, newest first: rows for `processOf`. */
export const selectProcesses = (db: Db | Tx) =>
	db
		.selectFrom('process')
		.selectAll('process')
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('process_text')
					.select(['locale', 'title', 'description'])
					.whereRef('process_text.process_id', '=', 'process.id'),
			).as('texts'),
			jsonArrayFrom(
				eb
					.selectFrom('phase')
					.select(['phase.id', 'kind', 'starts_wall as startsWall', 'ends_wall as endsWall', 'titles'])
					.whereRef('phase.process_id', '=', 'process.id')
					.orderBy('starts_wall'),
			).as('phases'),
		])
		.orderBy('created_at', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof selectProcesses>['execute']>>[number];

type Fields = Pick<Row, 'space_id' | 'texts' | 'phases' | 'id' | 'address' | 'zone' | 'state' | 'v'>;

export const processOf = ({ space_id: spaceId, texts, phases, id, address, zone, state, v }: Fields): Process => ({
	id,
	spaceId,
	address,
	zone,
	state,
	v,
	texts: Object.fromEntries(texts.map(({ locale, ...text }) => [locale, text])),
	phases,
});

async function read(
	db: Db | Tx,
	where: { spaceId?: string; id?: string; address?: string; published?: boolean },
): Promise<Process[]> {
	const rows = await selectProcesses(db)
		.$if(where.spaceId !== undefined, (query) => query.where('space_id', '=', where.spaceId!))
		.$if(where.id !== undefined, (query) => query.where('id', '=', where.id!))
		.$if(where.address !== undefined, (query) => query.where('address', '=', where.address!))
		.$if(where.published === true, (query) => query.where('state', '<>', 'draft'))
		.execute();
	return rows.map(processOf);
}

/** Processes of a space, newest first; drafts only for staff. */
export const listProcesses = (db: Db, spaceId: string, staff: boolean): Promise<Process[]> =>
	read(db, { spaceId, published: !staff });

export async function processByAddress(
	db: Db,
	spaceId: string,
	address: string,
	staff: boolean,
): Promise<Process | null> {
	return (await read(db, { spaceId, address, published: !staff }))[0] ?? null;
}

export async function processById(db: Db | Tx, id: string): Promise<Process | null> {
	return (await read(db, { id }))[0] ?? null;
}
