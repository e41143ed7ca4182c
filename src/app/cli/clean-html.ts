// `joussour clean-html`: the sanitiser of pages on the command line, one text a line.
import { once } from 'node:events';
import { cleanHtml } from '#platform/html/index.ts';
import type { Args } from './arguments.ts';
import { linesOf } from './lines.ts';
import { misused } from './print.ts';

/** The answer to one line: a JSON string cleaned, as JSON; anything else gets an object that says what is wrong. */
export function answerTo(line: string): string {
	let read: unknown;
	try {
		read = JSON.parse(line);
	} catch {
		return JSON.stringify({ error: 'This line is not JSON.' });
	}
	return JSON.stringify(typeof read === 'string' ? cleanHtml(read) : { error: 'This line is not a JSON string.' });
}

export const cleanHtmlCommand = {
	help: `
joussour clean-html --batch
Reads one JSON string a line and writes its cleaned form, as pages would show it, as one JSON string a line.
A line that is not a JSON string is answered by an object with "error", and the next line is read.
Answers come as lines are read, in their order; an empty line is skipped.
Needs no database.`,
	takes: { flags: ['batch'] },
	async run({ flag }: Args): Promise<void> {
		if (!flag('batch')) return misused('Say how: joussour clean-html --batch < lines.jsonl');
		for await (const line of linesOf(process.stdin as AsyncIterable<Uint8Array>)) {
			if (line.trim() === '') continue;
			if (!process.stdout.write(`${answerTo(line)}\n`)) await once(process.stdout, 'drain');
		}
	},
};
