// What commands share: lines on the right stream.

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Ends a command with a sentence about how it was called; exit code 2. */
export function misused(line: string): void {
	complain(line);
	process.exitCode = 2;
}
