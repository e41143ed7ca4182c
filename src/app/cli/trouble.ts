// What went wrong around a command (disk, network, database), in words for an operator and with what to do.
import { isRefused } from '#platform/refusal.ts';
import { translatorFor } from '#platform/i18n/index.ts';

const ofFiles: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder.',
	ENOTDIR: 'a part of this path is not a folder.',
	EEXIST: 'this is a file where a folder is needed.',
	EISDIR: 'this is a folder, not a file.',
	EACCES: 'this user may not read or write it. Look at its owner and permissions.',
	EPERM: 'this user may not do that. Look at its owner and permissions.',
	EROFS: 'it is on a disk that can only be read.',
	ENOSPC: 'the disk is full. Make room and try again.',
	EDQUOT: 'the quota of this user is used up. Make room and try again.',
	EMFILE: 'too many files are open. Raise the limit (ulimit -n).',
};

/** By error code of the system, or of PostgreSQL (appendix A of its manual). */
const ofDatabases: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'nothing listens there. Is PostgreSQL running, on this host and port?',
	ENOTFOUND: 'this host name is not known.',
	EAI_AGAIN: 'this host name could not be looked up. Is the network up?',
	ETIMEDOUT: 'it does not answer in time. Is a firewall between?',
	ECONNRESET: 'it hung up.',
	'28P01': 'it refuses this user and password.',
	'28000': 'it does not let this user in from here (pg_hba.conf).',
	'3D000': 'this database does not exist. Create it first.',
	'42501': 'this user may not do that. Make it the owner of the database.',
	'53100': 'its disk is full. Make room and try again.',
	'53300': 'it has too many connections. Raise max_connections, or stop others.',
	'57P03': 'it is starting up or shutting down. Try again in a moment.',
	'25006': 'it can only be read (a replica?). Choose the primary.',
};

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** What a file or folder refused; null when the error is of another kind. */
function fileTrouble(error: Error): string | null {
	const why = ofFiles[codeOf(error)];
	if (why === undefined || !('path' in error || 'syscall' in error)) return null;
	return 'path' in error ? `${String(error.path)}: ${why}` : `${why[0]!.toUpperCase()}${why.slice(1)}`;
}

/** What the database refused; null when the error is of another kind. */
function databaseTrouble(error: Error): string | null {
	// Several addresses were tried: each has its own error inside.
	const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
	const why = inner instanceof Error ? ofDatabases[codeOf(inner)] : undefined;
	return why === undefined ? null : `The database cannot be used: ${why} (${(inner as Error).message})`;
}

/** One sentence for what can be explained; null for a fault of the program, which needs its whole trace. */
export function inWords(error: unknown): string | null {
	if (isRefused(error)) return translatorFor('en').code(error.refusal.code, error.refusal.params);
	if (!(error instanceof Error)) return null;
	if (['ConfigError', 'ServerRefused', 'BackupRefused', 'Misplaced'].includes(error.name)) return error.message;
	if (codeOf(error) === 'EADDRINUSE')
		return `${'port' in error ? `Port ${String(error.port)}` : 'The port'} is taken by another program. Choose another PORT, or stop that one.`;
	if (codeOf(error) === 'EADDRNOTAVAIL')
		return 'HOST is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.';
	return fileTrouble(error) ?? databaseTrouble(error);
}
