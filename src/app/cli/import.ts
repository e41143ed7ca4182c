// `joussour import feed`: the import of the desk, from the command line, on the same data.
import { readFile } from 'node:fs/promises';
import { system } from '#platform/actor.ts';
import { translatorFor } from '#platform/i18n/index.ts';
import { isRefused, type Refusal } from '#platform/refusal.ts';
import { readConfig } from '#platform/server/config.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { fetchAndImport, fileAddress, type ImportReport } from '#modules/publishing/server/index.ts';
import { type Booted, boot } from '../boot.ts';
import type { Args } from './arguments.ts';
import { existing } from './existing.ts';
import { complain, misused, print } from './print.ts';

const t = translatorFor('en');
const sentence = ({ code, params }: Refusal): string => t.code(code, params);

/** What an import brought, one line each. */
function tell({ title, added, skipped, failures, warnings, missed, unchanged }: ImportReport, from: string): void {
	if (unchanged) return print(`${title ?? from}: nothing new since the last run.`);
	print(`${title ?? from}: ${added} added, ${skipped} already there, ${failures.length} failed.`);
	for (const { index, title: named, why } of failures)
		print(`  item ${index + 1}${named ? ` «${named}»` : ''}: ${t.code(why)}`);
	for (const { title: named, why, params } of warnings) print(`  warning, «${named}»: ${t.code(why, params)}`);
	for (const { address, title: named, why, params = {} } of missed)
		print(`  warning, ${named ? `«${named}»: ` : ''}picture ${address} stays a link: ${t.code(why, params)}`);
}

/** Node names no file when it is handed a folder. */
async function bytesOf(file: string): Promise<Uint8Array> {
	return new Uint8Array(
		await readFile(file).catch((error: unknown) => {
			throw Object.assign(error as Error, { path: file });
		}),
	);
}

async function importFrom(installation: Booted, from: string, address: string): Promise<void> {
	const tree = await readSpaceTree(installation.db);
	const space = tree.byAddress.get(address);
	if (!space) return misused(`There is no space «${address}». There are: ${[...tree.byAddress.keys()].join(', ')}.`);
	const source = /^https?:/i.test(from)
		? { address: new URL(from).href }
		: { address: fileAddress(from), bytes: await bytesOf(from) };
	const call = { actor: system, spaceId: space.id, now: installation.clock(), locale: 'en', origin: 'import' as const };
	const report = await fetchAndImport(installation.db, call, source);
	if (!report.error) return tell(report, from);
	complain(`${from}: ${sentence(report.error)}`);
	process.exitCode = 1;
}

export const importCommand = {
	help: `
joussour import feed FILE|URL --space ADDRESS
Brings the entries of an RSS, Atom, RDF or JSON feed into the review queue of a space, each once.
FILE is a feed saved on this machine: the same file name again is the same source. URL is fetched now and then every hour.
Works beside a running application, on the same data (DATA_DIR or DATABASE_URL).
Prints how many entries were added and were already there, and with its reason each that failed or lacks its date or picture.
Exit code 1 when the feed cannot be had or read, 2 when the command was called wrongly.`,
	takes: { words: ['feed', 'FILE|URL'], options: { space: 'ADDRESS' } },
	async run({ words: [kind, from = ''], option }: Args): Promise<void> {
		const space = option('space');
		if (kind !== 'feed' || !space)
			return misused('Say what and where to: joussour import feed FILE|URL --space ADDRESS');
		const installation = await boot(existing(readConfig(process.env)), { works: false, max: 3 });
		try {
			await importFrom(installation, from, space);
		} catch (error) {
			if (!isRefused(error)) throw error;
			complain(`${from}: ${sentence(error.refusal)}`);
			process.exitCode = 1;
		} finally {
			await installation.stop();
		}
	},
};
