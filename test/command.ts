// A command of the command line, run inside the test: what it wrote on both streams and with which code it would end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { type CliCommand, readArgs } from '#app/cli/arguments.ts';

/** `files` are written to a folder of their own; arguments with one of their names stand for it. */
export async function callCommand(command: CliCommand, files: Readonly<Record<string, string>>, ...argv: string[]) {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'joussour-command-'));
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	const args = readArgs(
		argv.map((one) => (Object.hasOwn(files, one) ? path.join(folder, one) : one)),
		command.takes,
	);
	if (typeof args === 'string') throw new Error(args);
	const said = { out: '', err: '' };
	const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
	const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
	try {
		await command.run(args);
		return { ...said, code: process.exitCode };
	} finally {
		out.mockRestore();
		err.mockRestore();
		process.exitCode = undefined;
		rmSync(folder, { recursive: true });
	}
}
