// `joussour screen`: the screening of texts on the command line, its training and the card of its model.
import { once } from 'node:events';
import path from 'node:path';
import {
	assess,
	cardOf,
	defaultWords,
	isListed,
	Judge,
	makeModelFolder,
	mineWords,
	type Model,
	readModel,
	shippedModel,
	train,
	type TrainingText,
	writeModel,
} from '#engines/moderation/server/index.ts';
import type { Args } from './arguments.ts';
import { answerOf, bytesOf, linesOf, unread } from './lines.ts';
import { misused, print } from './print.ts';
import { inWords } from './trouble.ts';

const acts = ['train', 'card', 'words'];

/** What one line asks, or a sentence about what is wrong with it. */
function readLine(line: string): { id: unknown; text: string; lang?: string; label?: unknown } | string {
	let read: unknown;
	try {
		read = JSON.parse(line);
	} catch {
		return 'This line is not JSON.';
	}
	if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'This line is not a JSON object.';
	const { id = null, text, lang, label } = read as Record<string, unknown>;
	if (typeof text !== 'string') return 'This line has no "text".';
	return { id, text, label, ...(typeof lang === 'string' ? { lang } : {}) };
}

/** The answer to one line. */
export function screenLine(line: string, judge: Judge): string {
	const asked = readLine(line);
	if (typeof asked === 'string') return unread(line, asked);
	return answerOf(line, asked.id, JSON.stringify(assess(asked.text, judge, defaultWords, asked.lang)));
}

/** A label as files write it: a number, a truth, or either as a text. */
const labels: ReadonlyMap<unknown, 0 | 1> = new Map<unknown, 0 | 1>([
	[0, 0],
	[1, 1],
	[false, 0],
	[true, 1],
	['0', 0],
	['1', 1],
]);

/** Labelled texts of a file; an Error names the first line that is none. */
async function textsOf(file: string): Promise<TrainingText[]> {
	const texts: TrainingText[] = [];
	let number = 0;
	for await (const line of linesOf(bytesOf(file))) {
		number += 1;
		if (line.trim() === '') continue;
		const read = readLine(line);
		if (typeof read === 'string') throw new RangeError(`${file}, line ${number}: ${read}`);
		const { text, lang } = read;
		const label = labels.get(read.label);
		if (label === undefined) throw new RangeError(`${file}, line ${number}: "label" must be 0 or 1.`);
		texts.push({
			text,
			label,
			from: path.basename(file),
			...(lang === undefined ? {} : { lang }),
		});
	}
	return texts;
}

const modelAt = (folder: string | null): Promise<Model> =>
	folder === null || folder === 'shipped' ? shippedModel() : readModel(folder);

const textsOfAll = async (files: readonly string[]): Promise<TrainingText[]> =>
	(await Promise.all(files.map(textsOf))).flat();

async function trainFrom({ option, list }: Args): Promise<void> {
	const out = option('out');
	const seed = Number(option('seed') ?? 1);
	if (list('data').length === 0 || out === null)
		return misused('Say from what and where to: joussour screen train --data FILE… --out DIR');
	if (!Number.isSafeInteger(seed) || seed < 0) return misused('--seed takes a whole number, 0 or more.');
	const base = option('base');
	// What cannot be written is said before the work.
	await makeModelFolder(out);
	const model = train({
		texts: await textsOfAll(list('data')),
		spam: await textsOfAll(list('spam')),
		base: base === null ? null : await modelAt(base),
		seed,
		isListed: (text) => isListed(text, defaultWords),
	});
	const files = await writeModel(out, model);
	for (const { name, bytes } of files) print(`${path.join(out, name)}: ${Math.ceil(bytes / 1024)} kB`);
	for (const { of, script, macroF1, texts } of model.card.measured)
		print(`${of}, ${script}: macro-F1 ${macroF1.toFixed(3)} out of fold over ${texts} texts`);
}

/** A table for review: pattern, match, language, texts held and fine with it, how sure, its forms, a harmless text. */
async function proposeWords(files: readonly string[]): Promise<void> {
	if (files.length === 0) return misused('Say from what: joussour screen words --data FILE…');
	const listed = new Set(defaultWords.map(({ pattern }) => pattern));
	print(['pattern', 'match', 'lang', 'held', 'fine', 'sure', 'forms', 'against'].join('\t'));
	for (const one of mineWords(await textsOfAll(files))) {
		if (listed.has(one.pattern)) continue;
		const { pattern, match, lang, held, fine, sure, forms, against } = one;
		const harmless = against[0]?.replaceAll(/\s+/gu, ' ') ?? '';
		print([pattern, match, lang, held, fine, sure.toFixed(2), forms.join(' '), harmless].join('\t'));
	}
}

async function screenAll(folder: string | null): Promise<void> {
	const judge = new Judge(await modelAt(folder));
	let answers: string[] = [];
	const flush = async () => {
		if (answers.length > 0 && !process.stdout.write(`${answers.join('\n')}\n`)) await once(process.stdout, 'drain');
		answers = [];
	};
	for await (const line of linesOf(bytesOf('-'))) {
		if (line.trim() === '') continue;
		answers.push(screenLine(line, judge));
		if (answers.length >= 64) await flush();
	}
	await flush();
}

export const screenCommand = {
	help: `
joussour screen [--model DIR] < texts.jsonl
joussour screen train --data FILE… [--spam FILE…] --out DIR [--base DIR|shipped] [--seed N]
joussour screen card [--model DIR]
joussour screen words --data FILE…
Reads {"id","text"[,"lang"]} a line and answers {"id","score","outcome","because"}: held from a score of 0.5.
Training reads {"text","label"[,"lang"]} with label 1 for what a moderator should see; --base builds on a model.
words proposes what to put on a list of watched words, with what speaks for and against each: a person must choose.
Needs no database and no network; nothing leaves this machine.`,
	takes: {
		maybe: ['train, card or words'],
		options: { model: 'DIR', out: 'DIR', base: 'DIR', seed: 'N' },
		lists: { data: 'FILE', spam: 'FILE' },
	},
	async run(args: Args): Promise<void> {
		const [act] = args.words;
		if (act !== undefined && !acts.includes(act)) return misused(`«${act}» is neither train, card nor words.`);
		try {
			if (act === 'train') return await trainFrom(args);
			if (act === 'words') return await proposeWords(args.list('data'));
			if (act === 'card') return print(cardOf(await modelAt(args.option('model'))).trimEnd());
			await screenAll(args.option('model'));
		} catch (error) {
			const said = inWords(error) ?? (error instanceof RangeError ? error.message : null);
			if (said === null) throw error;
			misused(said);
		}
	},
};
