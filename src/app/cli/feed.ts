// `joussour feed parse`: the reading of feeds on the command line, one file or many.
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { maxFeedBytes, parseFeed, type Transport } from '#platform/feeds/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf } from './lines.ts';
import { complain, misused, print } from './print.ts';
import { inWords } from './trouble.ts';

/** As tools write them down: by name or as pairs, a list where a header came twice, a number for a length. */
const headersSchema = z
	.union([z.record(z.string(), z.unknown()), z.array(z.tuple([z.string(), z.unknown()])).transform(Object.fromEntries)])
	.transform((headers) =>
		Object.fromEntries(
			Object.entries(headers).flatMap(([name, value]) =>
				value === null || (typeof value === 'object' && !Array.isArray(value)) ? [] : [[name, String(value)]],
			),
		),
	);
const lineSchema = z.object({
	file: z.string().regex(/^[^\0]+$/),
	// What says nothing about the file is no reason not to read it.
	headers: headersSchema.nullish().catch(null),
	url: z.string().nullish().catch(null),
});

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const more = new Uint8Array(Math.min(bytes.length * 2, maxFeedBytes));
	more.set(bytes);
	return more;
}

/** The file's bytes as far as a feed is read; of a longer one, its beginning. */
async function beginningOf(file: string): Promise<Uint8Array> {
	const handle = await open(file).catch((error: unknown) => {
		throw Object.assign(error as Error, { path: file });
	});
	try {
		const { size } = await handle.stat();
		let bytes = new Uint8Array(Math.min(Math.max(size + 1, 65_536), maxFeedBytes));
		let filled = 0;
		for (;;) {
			const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled);
			filled += bytesRead;
			if (bytesRead === 0 || filled === maxFeedBytes) return bytes.subarray(0, filled);
			// What comes through a pipe does not say how long it is.
			if (filled === bytes.length) bytes = grown(bytes);
		}
	} catch (error) {
		throw Object.assign(error as Error, { path: file });
	} finally {
		await handle.close();
	}
}

async function beginningOfInput(): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of bytesOf('-')) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= maxFeedBytes) break;
	}
	return Buffer.concat(chunks, Math.min(length, maxFeedBytes));
}

const transportOf = (headers?: Record<string, string> | null, url?: string | null): Transport => ({
	...(headers ? { headers } : {}),
	...(url ? { url } : {}),
});

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The answer to one line of a batch: the feed, or an object that says why there is none. */
export async function answerTo(line: string): Promise<string> {
	const asked = lineSchema.safeParse(fromJson(line));
	if (!asked.success)
		return JSON.stringify({ error: 'This line is not {"file":"…","headers":{"name":"value"},"url":"…"}.' });
	const { file, headers, url } = asked.data;
	try {
		return JSON.stringify(parseFeed(await beginningOf(file), transportOf(headers, url)));
	} catch (error) {
		return JSON.stringify({ error: inWords(error) ?? String(error) });
	}
}

/** Answers the lines of a file, or of the standard input. */
async function batch(file: string): Promise<void> {
	for await (const line of linesOf(bytesOf(file))) {
		if (!process.stdout.write(`${await answerTo(line)}\n`)) await once(process.stdout, 'drain');
	}
}

async function one(file: string, { option }: Args): Promise<void> {
	const written = option('headers');
	const headers = headersSchema.safeParse(written === null ? {} : fromJson(written));
	if (!headers.success) return misused('--headers takes a JSON object of texts: {"content-type":"text/xml"}.');
	try {
		const bytes = file === '-' ? await beginningOfInput() : await beginningOf(file);
		print(JSON.stringify(parseFeed(bytes, transportOf(headers.data, option('url'))), null, 2));
	} catch (error) {
		const why = inWords(error);
		if (why === null) throw error;
		complain(why.startsWith(file) ? why : `${file}: ${why}`);
		process.exitCode = 1;
	}
}

export const feedCommand = {
	help: `
joussour feed parse FILE [--headers JSON] [--url URL]
joussour feed parse --batch < lines.jsonl
Prints what a feed says as one JSON (feed, entries, podcast): RSS 0.9 to 2.0, RDF, Atom, CDF or JSON Feed, damaged or not.
--headers are those its server sent, --url is where it came from: charset, language and relative addresses follow them.
With --batch each line (of the standard input, or of FILE) is {"file","headers","url"} and is answered by one line, in order; {"error"} where nothing could be read.
FILE - is the standard input. Of a file over 64 MB the beginning is read. Needs no database. Exit code 1 when the file holds no feed.`,
	takes: { words: ['parse', '[FILE]'], options: { headers: 'JSON', url: 'URL' }, flags: ['batch'] },
	async run(args: Args): Promise<void> {
		const [act, file] = args.words;
		if (act !== 'parse' || (file === undefined && !args.flag('batch')))
			return misused('Say what to read: joussour feed parse FILE, or joussour feed parse --batch < lines.jsonl');
		await (file === undefined || args.flag('batch') ? batch(file ?? '-') : one(file, args));
	},
};
