// The stored files that works show: their pictures, and those in the texts of every version, whatever its state.
import { sql } from 'kysely';
import type { FilesInUse } from '#platform/server/storage/index.ts';
import './schema.ts';

export const filesInUse: FilesInUse = async (db) => {
	const { rows } = await sql<{ id: string }>`
		select image_file as id from work where image_file is not null
		union
		select found[1]::uuid from work_version,
			regexp_matches(body, '/files/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'gi') as found`.execute(
		db,
	);
	return rows.map(({ id }) => id);
};
