// `joussour clean-html`: the sanitiser of pages on the command line, one text a line.
import { once } from 'node:events';
import { translatorFor } from '#platform/i18n/index.ts';
import { readConfig } from '#platform/server/config.ts';
import { bodyForPage } from '#modules/publishing/server/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf } from './lines.ts';
import { misused } from './print.ts';

/**
 * The answer to one line: a JSON string as the page of a work on the installation at `origin` shows it, as JSON; anything else
 * gets an object that says what is wrong.
 */
export function answerTo(line: string, origin: string): string {
	let read: unknown;
	try {
		read = JSON.parse(line);
	} catch {
		return JSON.stringify({ error: 'This line is not JSON.' });
	}
	if (typeof read !== 'string') return JSON.stringify({ error: 'This line is not a JSON string.' });
	return JSON.stringify(bodyForPage(read, origin, translatorFor('en')('work.picture')));
}

export const cleanHtmlCommand = {
	help: `
joussour clean-html --batch
Reads one JSON string a line and writes its cleaned form, by the very function of pages, as one JSON string a line.
Pictures of other hosts become links, as on pages; those of ORIGIN (see docs/operations.md) stay.
A line that is not a JSON string is answered by an object with "error", and the next line is read.
Answers come as lines are read, in their order; an empty line is skipped. Needs no database.`,
	takes: { flags: ['batch'] },
	async run({ flag }: Args): Promise<void> {
		if (!flag('batch')) return misused('Say how: joussour clean-html --batch < lines.jsonl');
		const { origin } = readConfig(process.env);
		for await (const line of linesOf(bytesOf('-'))) {
			if (line.trim() === '') continue;
			if (!process.stdout.write(`${answerTo(line, origin)}\n`)) await once(process.stdout, 'drain');
		}
	},
};
