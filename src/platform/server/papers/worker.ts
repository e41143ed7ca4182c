// Runs in its own short process: takes one laid-out document, answers with one PDF, and ends. Memory goes with it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf, drawable } from './glyphs.ts';

/** What the parent sends: the layout as JSON and the document's time in seconds. */
export interface PaperJob {
	readonly layout: string;
	readonly seconds: number;
}

/** What comes back. `standard` is the one the file claims: 1.7 only when PDF/UA-1 could not be met. */
export type PaperAnswer =
	{ readonly pdf: Uint8Array; readonly standard: 'ua-1' | '1.7' } | { readonly failure: string };

const FACES = [
	{ family: 'noto-sans', file: 'NotoSans', weights: ['400Regular', '600SemiBold'], wants: /[^]/u },
	{
		family: 'ibm-plex-sans-arabic',
		file: 'IBMPlexSansArabic',
		weights: ['400Regular', '600SemiBold'],
		wants: /\p{Script=Arabic}/u,
	},
	{ family: 'noto-sans-tifinagh', file: 'NotoSansTifinagh', weights: ['400Regular'], wants: /\p{Script=Tifinagh}/u },
];

const here = dirname(fileURLToPath(import.meta.url));

function fontsFor(text: string): { blobs: Buffer[]; has: (codePoint: number) => boolean } {
	const blobs: Buffer[] = [];
	const covered: Set<number>[] = [];
	const { resolve } = createRequire(import.meta.url);
	for (const face of FACES.filter((one) => one.wants.test(text))) {
		const home = dirname(resolve(`@expo-google-fonts/${face.family}/package.json`));
		const files = face.weights.map((weight) => readFileSync(join(home, weight, `${face.file}_${weight}.ttf`)));
		blobs.push(...files);
		if (files[0] !== undefined) covered.push(coverageOf(files[0]));
	}
	return { blobs, has: (c) => covered.some((set) => set.has(c)) };
}

function set(job: PaperJob): PaperAnswer {
	const fonts = fontsFor(job.layout);
	const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: fonts.blobs }] });
	const made = compiler.compile({
		mainFileContent: readFileSync(join(here, 'paper.typ'), 'utf8'),
		inputs: { paper: drawable(job.layout, fonts.has) },
	});
	if (made.result === null) {
		const error = made.takeError();
		return { failure: JSON.stringify(error?.shortDiagnostics ?? 'no document') };
	}
	try {
		return {
			pdf: compiler.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp: job.seconds }),
			standard: 'ua-1',
		};
	} catch {
		return { pdf: compiler.pdf(made.result, { pdfStandard: '1.7', creationTimestamp: job.seconds }), standard: '1.7' };
	}
}

process.once('message', (job: PaperJob) => {
	let answer: PaperAnswer;
	try {
		answer = set(job);
	} catch (error) {
		answer = { failure: error instanceof Error ? error.message : String(error) };
	}
	process.send?.(answer, () => process.disconnect());
});
