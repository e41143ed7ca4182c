// Why a backup or a restore was not done, in words for the operator.

export type BackupRefusal =
	| 'archive.damaged'
	| 'archive.too_new'
	| 'archive.exists'
	| 'archive.not_supported'
	| 'source.empty'
	| 'target.not_empty'
	| 'target.mismatch';

/** Nothing was written, or everything written was undone. `message` is plain words; `code` is stable. */
export class BackupRefused extends Error {
	readonly code: BackupRefusal;
	constructor(code: BackupRefusal, message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause });
		this.name = 'BackupRefused';
		this.code = code;
	}
}

/** The archive is not what was once written. */
export function damaged(what: string, cause?: unknown): BackupRefused {
	return new BackupRefused(
		'archive.damaged',
		`The archive is damaged or cut short: ${what}. Nothing was restored; use another copy.`,
		cause,
	);
}
