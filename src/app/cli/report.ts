// `joussour report`: the report of a space as a file, the same as its page offers.
import { writeFile } from 'node:fs/promises';
import { formatsFor, isLocale, translatorFor } from '#platform/i18n/index.ts';
import { readConfig } from '#platform/server/config.ts';
import { paperPdf, toCsv } from '#platform/server/papers/index.ts';
import { spaceTree } from '#foundations/spaces/server/index.ts';
import { type Booted, boot } from '../boot.ts';
import { catchUp } from '../followers.ts';
import { allRowsOfReport, coveredBy, firstRowsOf, periodOf, reportOf } from '../report.ts';
import { type Edition, reportData, reportPaper, reportTable } from '../report-files.ts';
import { rowsData, rowsOnPaper, rowsTable } from '../report-rows.ts';
import type { Args } from './arguments.ts';
import { existing } from './existing.ts';
import { misused, print } from './print.ts';

const formats = ['pdf', 'csv', 'json'] as const;
type Format = (typeof formats)[number];
const isFormat = (text: string): text is Format => (formats as readonly string[]).includes(text);

const inJson = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

async function bytesOf(edition: Edition, format: Format): Promise<string | Uint8Array> {
	if (format === 'pdf') return paperPdf(reportPaper(edition), { at: edition.now });
	return format === 'csv' ? toCsv(reportTable(edition)) : inJson(reportData(edition));
}

async function write(installation: Booted, { option, flag }: Args, format: Format): Promise<void> {
	const locale = option('locale') ?? 'fr';
	const out = option('out');
	if (!isLocale(locale)) return misused(`No such language: ${locale}. Choose ar, fr, es, en or zgh.`);
	const tree = await spaceTree();
	const address = option('space');
	const space = address === null ? tree.root : (tree.byAddress.get(address) ?? null);
	if (!space)
		return misused(
			address === null
				? 'The installation is empty: there is nothing to report on.'
				: `There is no space «${address}». There are: ${[...tree.byAddress.keys()].join(', ')}.`,
		);
	const now = installation.clock();
	const given = new URLSearchParams(
		['from', 'to'].flatMap((name) => (option(name) === null ? [] : [[name, option(name)!]])),
	);
	const { period, refusals, today } = periodOf(given, space, now);
	const t = translatorFor(locale);
	if (refusals[0])
		return misused(`--${refusals[0].field}: ${translatorFor('en').code(refusals[0].code, refusals[0].params)}`);
	await catchUp(installation);
	const report = await reportOf(tree, space, period, today);
	const f = formatsFor(locale, { region: space.region, zone: space.zone });
	const { origin } = installation.config;
	const words = { t, locale, origin };
	const covers = coveredBy(tree, space).length;
	let bytes: string | Uint8Array;
	if (flag('rows')) {
		const rows = await allRowsOfReport(tree, space, period, locale);
		bytes = format === 'csv' ? toCsv(rowsTable(words, tree, rows)) : inJson(rowsData(words, rows));
	} else {
		const sources = await firstRowsOf(tree, space, period, rowsOnPaper, locale);
		bytes = await bytesOf({ ...words, space, report, covers, f, now, sources }, format);
	}
	if (!out) return void process.stdout.write(bytes);
	await writeFile(out, bytes);
	print(`${out}: ${report.from} to ${report.to}, ${report.figures.length} figures.`);
}

export const report = {
	help: `
joussour report [--space ADDRESS] [--from D --to D] [--locale ar|fr|es|en|zgh] [--format pdf|csv|json] [--rows] [--out FILE]
Writes the report of a space and of those below it, by default of the whole installation, in French, as CSV;
with --rows the facts behind every figure instead (CSV or JSON), each with its public address.
D is a day such as 2026-10-31, both days included, in the zone of the space; by default the last full month.
Groups of fewer than five people are hidden. Without --out it goes to the standard output. The application may run.`,
	takes: {
		options: { space: 'ADDRESS', from: 'D', to: 'D', locale: 'ar|fr|es|en|zgh', format: 'pdf|csv|json', out: 'FILE' },
		flags: ['rows'],
	},
	async run(args: Args): Promise<void> {
		const format = args.option('format') ?? 'csv';
		if (!isFormat(format)) return misused(`No such format: ${format}. Choose pdf, csv or json.`);
		if (format === 'pdf' && args.flag('rows'))
			return misused('The paper holds the first rows itself: use --rows with csv or json.');
		const installation = await boot(existing(readConfig(process.env)), { works: false, max: 3 });
		try {
			await write(installation, args, format);
		} finally {
			await installation.stop();
		}
	},
};
