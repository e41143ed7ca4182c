// Screening on the command line: one answer a line, whatever comes; a wrong call is a sentence.
import { copyFile, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Judge, readModel, shippedModel } from '#engines/moderation/server/index.ts';
import { readArgs } from './arguments.ts';
import { screenCommand, screenLine } from './screen.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'screen-'));
});
afterAll(() => rm(folder, { recursive: true }));

const call = async (...argv: string[]) => {
	const said: string[] = [];
	const keep = (line: unknown) => said.push(String(line)) > 0;
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation(keep),
		vi.spyOn(process.stderr, 'write').mockImplementation(keep),
	];
	const args = readArgs(argv, screenCommand.takes);
	if (typeof args === 'string') said.push(args);
	else await screenCommand.run(args);
	for (const spy of spies) spy.mockRestore();
	const code = process.exitCode;
	process.exitCode = undefined;
	return { said: said.join(''), code };
};

test('each line is answered with its id, a score and where it comes from', async () => {
	const judge = new Judge(await shippedModel());
	const answer = (line: unknown) =>
		JSON.parse(screenLine(typeof line === 'string' ? line : JSON.stringify(line), judge)) as unknown;
	const text = 'Demain je vais te tuer';
	expect(answer({ id: 7, text, lang: 'fr', other: [] })).toMatchObject({
		id: 7,
		outcome: 'hold',
		because: expect.arrayContaining([{ rule: 'threat', span: { start: 7, end: 22 }, weight: 0.9 }]) as unknown,
	});
	expect(answer({ text: 'La réunion du conseil est mardi à dix heures' })).toMatchObject({ id: null, outcome: 'pass' });
	for (const wrong of ['{', '5', 'null', '[]', '{"id":1}', '{"text":5}']) expect(answer(wrong)).toHaveProperty('error');
	expect(answer('{"id":"k7","text":5}')).toHaveProperty('id', 'k7');
});

test('a model is trained from files, on the shipped one if asked, and read again', async () => {
	const file = path.join(folder, 'a.jsonl');
	const word = (n: number) =>
		Array.from(String(n * 7919), (digit) => 'bdfglmnprt'[Number(digit)]! + 'aeiou'[n % 5]!).join('');
	const lines = Array.from({ length: 90 }, (_, i) =>
		JSON.stringify({
			text: `${word(i + 11)} ${i % 2 === 1 ? 'glubbe' : 'vert'} ${word(i + 301)}`,
			label: [i % 2, i % 2 === 1, String(i % 2)][i % 3],
		}),
	);
	await writeFile(file, lines.join('\n'));
	const out = path.join(folder, 'model');
	const { said, code } = await call('train', '--data', file, '--out', out, '--base', 'shipped');
	expect(code).toBeUndefined();
	expect(said).toContain('blended');
	const judge = new Judge(await readModel(out));
	expect(judge.judge('une lampe glubbe').score).toBeGreaterThan(judge.judge('une lampe vert').score);
	expect((await call('card', '--model', out)).said).toContain('Built on a base of');

	// A training over it leaves nothing of the one before, and a file of another one is noticed.
	await rename(path.join(out, 'base'), path.join(folder, 'kept'));
	await call('train', '--data', file, '--out', out, '--base', 'shipped', '--seed', '2');
	expect((await call('card', '--model', out)).code).toBeUndefined();
	await call('train', '--data', file, '--out', out, '--seed', '3');
	expect((await call('card', '--model', out)).said).not.toContain('Built on a base of');
	expect((await readdir(out)).filter((name) => name.endsWith('.part'))).toEqual([]);
	await copyFile(path.join(folder, 'kept', 'words.bin.br'), path.join(out, 'words.bin.br'));
	const mixed = await call('card', '--model', out);
	expect(mixed).toMatchObject({ code: 2, said: expect.stringContaining('of another training') as string });
});

test('what cannot be done is said in a sentence, exit code 2', async () => {
	const broken = path.join(folder, 'broken.jsonl');
	await writeFile(broken, '{"text":"a","label":1}\n{"text":"b","label":"x"}\n');
	for (const [argv, sentence] of [
		[['train'], 'Say from what'],
		[['train', '--data', broken, '--out', folder], 'line 2: "label" must be 0 or 1.'],
		[['train', '--data', path.join(folder, 'none'), '--out', folder], 'none: there is no such file or folder.'],
		[['train', '--data', broken, '--out', broken], 'this is a file where a folder is needed.'],
		[['card', '--model', folder], 'no whole model'],
		[['dance'], 'neither train, card nor words'],
	] as const) {
		const { said, code } = await call(...argv);
		expect(said).toContain(sentence);
		expect(code).toBe(2);
	}
});

test('an exclamation on the list adds nothing to a text, an insult adds what training learned', async () => {
	const judge = new Judge(await shippedModel());
	const said = (text: string, lang: string) =>
		JSON.parse(screenLine(JSON.stringify({ id: 1, text, lang }), judge)) as object;
	const word = (weight: number) =>
		expect.arrayContaining([expect.objectContaining({ rule: 'word', weight })]) as unknown;
	expect(said('merde il pleut encore', 'fr')).toMatchObject({ outcome: 'pass', because: word(0) });
	expect(said('espèce de connard', 'fr')).toMatchObject({ outcome: 'hold', because: word(1.5) });
});

test('words are proposed as a table, with how many texts speak for and against', async () => {
	const file = path.join(folder, 'said.jsonl');
	const line = (text: string, label: number) => JSON.stringify({ text, label, lang: 'fr' });
	const said = ['un zorbard ici', 'quel zorbard', 'les zorbard là', 'zorbard encore', 'oui zorbard'];
	const fine = ['le pont est ouvert', 'la place est belle', 'merci à la mairie', 'bonjour à vous', 'demain au marché'];
	await writeFile(file, [...said.map((text) => line(text, 1)), ...fine.map((text) => line(text, 0))].join('\n'));
	const answer = await call('words', '--data', file);
	expect(answer.said.split('\n')[1]).toMatch(/zorb.*\tword\tfr\t5\t0\t0\.7/u);
	expect(await call('words')).toMatchObject({ code: 2 });
});
