// Why the database cannot be used, in words for the person who starts the installation.

export type ServerRefusal =
	| 'server.binaries_missing'
	| 'server.binaries_unusable'
	| 'server.version_wrong'
	| 'server.folder_not_ours'
	| 'server.folder_closed'
	| 'server.folder_unknown'
	| 'server.disk_full'
	| 'server.busy'
	| 'server.not_starting';

/** The embedded server cannot be used. `message` is plain words with what to do; `code` is stable. */
export class ServerRefused extends Error {
	readonly code: ServerRefusal;
	constructor(code: ServerRefusal, message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause });
		this.name = 'ServerRefused';
		this.code = code;
	}
}

/** What every refusal may end with: the way round the embedded server. */
export const orExternal = 'Or set DATABASE_URL to use a PostgreSQL server (15 or newer) that already runs.';

/** Turns what a server program printed into a refusal. `doing` completes "while …"; `folder` is named to the reader. */
export function explain(output: string, doing: string, folder: string): ServerRefused {
	const end = output.trim().split('\n').slice(-12).join('\n');
	if (/No space left on device|Disk quota exceeded/i.test(output))
		return new ServerRefused(
			'server.disk_full',
			`The disk is full: ${folder} has no room left (${doing}). Free some space, then start again.`,
			end,
		);
	const major = /initialized by PostgreSQL version (\d+)/.exec(output)?.[1];
	if (major) return wrongVersion(folder, major, 'another version');
	if (/has wrong ownership|could not open .*Permission denied|could not access .*Permission denied/i.test(output))
		return new ServerRefused(
			'server.folder_not_ours',
			`${folder} cannot be read by the database server (${doing}).\n${end}`,
			end,
		);
	if (/lock file .* already exists|another (server|postmaster)|pre-existing shared memory/i.test(output))
		return new ServerRefused(
			'server.busy',
			`A database server already uses ${folder}, but does not answer (${doing}). Stop that process, then start again.\n${end}`,
			end,
		);
	if (/error while loading shared libraries|cannot execute|not found \(required by/i.test(output))
		return new ServerRefused(
			'server.binaries_unusable',
			`The PostgreSQL programs do not run on this system. ${orExternal}\n${end}`,
			end,
		);
	return new ServerRefused(
		'server.not_starting',
		`The database server failed (${doing}, folder ${folder}):\n${end}`,
		end,
	);
}

/** Turns an error of the file system into a refusal; anything else comes back as it is. */
export function fromSystem(error: unknown, folder: string): unknown {
	const code = error instanceof Error && 'code' in error ? error.code : '';
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return new ServerRefused(
			'server.disk_full',
			`The disk is full: ${folder} has no room left. Free some space, then start again.`,
			error,
		);
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
		return new ServerRefused(
			'server.folder_not_ours',
			`${folder} cannot be written by this account. Start Joussour as the owner of that folder.`,
			error,
		);
	return error;
}

/** A cluster made by another major version cannot be opened. */
export function wrongVersion(folder: string, found: string, wanted: string): ServerRefused {
	return new ServerRefused(
		'server.version_wrong',
		`${folder} was made by PostgreSQL ${found}, the programs here are PostgreSQL ${wanted}. ` +
			`Point PG_BIN_DIR at the programs of PostgreSQL ${found}, make a backup, and restore it into an empty data folder.`,
	);
}
