// The archive's container, against itself and against the system's tar.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafePath, partitionSchema } from './manifest.ts';
import { endOfTar, fileHeader, padding, readPax } from './tar.ts';
import { TarReader } from './tar-reader.ts';

const archived = (files: [string, Buffer][]): Buffer =>
	Buffer.concat([
		...files.flatMap(([name, body]) => [fileHeader({ name, size: body.length }), body, padding(body.length)]),
		endOfTar,
	]);

async function read(tar: Buffer, chunk: number): Promise<[string, Buffer][]> {
	const pieces = Array.from({ length: Math.ceil(tar.length / chunk) }, (_, at) =>
		tar.subarray(at * chunk, (at + 1) * chunk),
	);
	const reader = new TarReader(Readable.from(pieces) as AsyncIterable<Buffer>);
	const found: [string, Buffer][] = [];
	for (let entry = await reader.advance(); entry; entry = await reader.advance()) {
		const body: Buffer[] = [];
		for await (const piece of reader.body()) body.push(piece);
		found.push([entry.name, Buffer.concat(body)]);
	}
	return found;
}

const files = fc.array(
	fc.tuple(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150 }).filter(isSafePath),
		fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
	),
	{
		maxLength: 4,
	},
);

test('what is written is read back, however the bytes arrive', async () => {
	await fc.assert(
		fc.asyncProperty(files, fc.integer({ min: 1, max: 3000 }), async (given, chunk) => {
			expect(await read(archived(given), chunk)).toEqual(given);
		}),
		{ numRuns: 60 },
	);
});

test('cut anywhere, it is refused', async () => {
	const whole = archived([
		['a', Buffer.from('abc')],
		['دليل.txt', Buffer.alloc(700, 1)],
	]);
	for (const length of [0, 1, 511, 512, 514, 1024, 1500, 2600, whole.length - 1024])
		await expect(read(whole.subarray(0, length), 512)).rejects.toThrow(/damaged/);
});

test('the system’s tar reads it, with long and Arabic names', async () => {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jsr-tar-'));
	const names = ['plain.txt', 'صور/جسر.webp', `deep/${'x'.repeat(200)}/end`];
	await fs.writeFile(path.join(folder, 'a.tar'), archived(names.map((name) => [name, Buffer.from(`\0${name}`)])));
	expect(spawnSync('tar', ['-xf', 'a.tar'], { cwd: folder, encoding: 'utf8' })).toMatchObject({
		status: 0,
		stderr: '',
	});
	for (const name of names) expect(await fs.readFile(path.join(folder, name), 'utf8')).toBe(`\0${name}`);
	await fs.rm(folder, { recursive: true });
});

test('any bytes as a pax header are read or refused, never looped over', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.uint8Array(),
				fc.string().map((text) => Buffer.from(`${text.length} ${text}`)),
			),
			(bytes) => {
				try {
					readPax(Buffer.from(bytes));
				} catch (error) {
					expect(error).toBeInstanceOf(Error);
				}
			},
		),
	);
});

test.each(['../up', '/root', 'a//b', 'a/./b', '', 'a\0b'])(
	'a path that could leave its folder is refused: %j',
	(name) => expect(isSafePath(name)).toBe(false),
);

test.each([
	['DEFAULT', true],
	[`FOR VALUES FROM ('2026-01-01 00:00:00+00') TO (MAXVALUE)`, true],
	[`FOR VALUES IN ('it''s', NULL)`, true],
	['FOR VALUES WITH (modulus 4, remainder 1)', true],
	[`DEFAULT; drop table person`, false],
	[`FOR VALUES IN ((select 1))`, false],
	[`FOR VALUES IN ('a'); select ('b')`, false],
])('bounds of a partition are literals and nothing else: %s', (bound, right) =>
	expect(partitionSchema.safeParse({ schema: 'public', name: 'p', bound }).success).toBe(right),
);
