// What commands share: lines on the right stream, options read from arguments.

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Ends a command with a sentence about how it was called; exit code 2. */
export function misused(line: string): void {
	complain(line);
	process.exitCode = 2;
}

/** The value after `--name`, or null. */
export function optionOf(args: readonly string[], name: string): string | null {
	const at = args.indexOf(`--${name}`);
	return at < 0 ? null : (args[at + 1] ?? '');
}

const troubles: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder.',
	ENOTDIR: 'a part of this path is not a folder.',
	EISDIR: 'this is a folder, not a file.',
	EACCES: 'this user may not read or write it. Look at its owner and permissions.',
	EPERM: 'this user may not do that. Look at its owner and permissions.',
	EROFS: 'it is on a disk that can only be read.',
	ENOSPC: 'the disk is full. Make room and try again.',
	EDQUOT: 'the quota of this user is used up. Make room and try again.',
};

/** What a file or folder refused, in words; null when the error is of another kind. */
export const fileTrouble = (error: unknown): string | null =>
	error instanceof Error && 'code' in error ? (troubles[String(error.code)] ?? null) : null;
