// Feeds on the command line: one answer for each line, whatever its file holds.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from './feed.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'feed-'))));
afterAll(() => rm(folder, { recursive: true }));

const answer = async (asked: object): Promise<unknown> => JSON.parse(await answerTo(JSON.stringify(asked)));

test('a file is read with what its transport said', async () => {
	const file = join(folder, 'radio.xml');
	const latin = Buffer.from('<rss><channel><title>Été</title><item><link>un</link></item></channel></rss>', 'latin1');
	await writeFile(file, latin);
	const headers = { 'Content-Type': 'text/xml; charset=iso-8859-1', 'Content-Language': 'fr_MA' };
	expect(await answer({ file, headers, url: 'https://radio.example/flux/rss' })).toMatchObject({
		feed: { title: 'Été', language: 'fr-MA' },
		entries: [{ link: 'https://radio.example/flux/un' }],
	});
});

test('headers are taken as tools write them down', async () => {
	const file = join(folder, 'souss.xml');
	await writeFile(file, Buffer.from('<rss><channel><title>Caf\u00e9</title></channel></rss>', 'latin1'));
	const headers = { 'content-type': ['text/xml; charset=iso-8859-1', 'x'], 'content-length': 60, etag: null, odd: {} };
	expect(await answer({ file, headers, id: 7 })).toMatchObject({ feed: { title: 'Café' } });
	const arabic = join(folder, 'oujda.xml');
	await writeFile(arabic, Buffer.from([...Buffer.from('<rss><channel><title>'), 0xe3, 0xd1, 0xcd, 0xc8, 0xc7]));
	const pairs = [['Content-Type', 'text/xml; charset=windows-1256']];
	expect(await answer({ file: arabic, headers: pairs })).toMatchObject({ feed: { title: 'مرحبا' } });
	for (const none of [[], '', 'text/xml', 3, null])
		expect(await answer({ file: arabic, headers: none, url: none })).toHaveProperty('feed');
});

test('what comes through a pipe is read to its end', async () => {
	const pipe = join(folder, 'pipe');
	const long = `<rss><channel>${'<item><title>Un</title></item>'.repeat(20_000)}</channel></rss>`;
	execFileSync('mkfifo', [pipe]);
	const [read] = await Promise.all([answer({ file: pipe }), writeFile(pipe, long)]);
	expect((read as { entries: unknown[] }).entries).toHaveLength(20_000);
});

test('a file that cannot be had, holds no feed, or is not named is answered with a reason', async () => {
	const file = join(folder, 'letter.txt');
	await writeFile(file, 'Chers amis');
	expect(await answer({ file })).toEqual({ error: expect.stringContaining('RSS') as string });
	expect(await answer({ file: join(folder, 'nowhere') })).toEqual({
		error: expect.stringContaining('no such') as string,
	});
	expect(await answer({ file: folder })).toEqual({ error: expect.stringContaining('folder') as string });
	for (const line of ['{', '[]', '{"file":3}', '{"file":"a\\u0000b"}', 'null'])
		expect(JSON.parse(await answerTo(line))).toEqual({ error: expect.stringContaining('{"file"') as string });
});

test('the lines of a batch stand in a file as well as they come in', async () => {
	const feed = join(folder, 'atlas.xml');
	const lines = join(folder, 'lines.jsonl');
	await writeFile(feed, '<rss><channel><title>Atlas</title></channel></rss>');
	await writeFile(
		lines,
		`${JSON.stringify({ file: feed })}\nno line\n\n${JSON.stringify({ file: join(folder, 'none') })}\n`,
	);
	const parse = (options: object, ...more: string[]) =>
		execFileSync(process.execPath, ['src/app/cli.ts', 'feed', 'parse', '--batch', ...more], {
			encoding: 'utf8',
			...options,
		});
	const said = parse({}, lines);
	expect(
		said
			.trim()
			.split('\n')
			.map((line) => Object.keys(JSON.parse(line) as object)[0]),
	).toEqual(['feed', 'error', 'error', 'error']);
	expect(parse({ input: await readFile(lines) })).toBe(said);
});
