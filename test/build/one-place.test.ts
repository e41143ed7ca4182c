// What protects everybody stands in one place each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#platform/server/root.ts';

const sources = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(ts|svelte|mjs)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
	.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
	.map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));

const within = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test.each([
	['HTML is cleaned', /from 'sanitize-html'/, /^src\/platform\/html\//],
	[
		'other hosts are asked',
		/from 'undici'|https?\.request\(|[^.\w]fetch\(/,
		/^src\/(platform\/server\/http\/|.*\/ui\/)/,
	],
	['mails are sent', /from 'nodemailer'/, /^src\/platform\/server\/mail\//],
	['sessions are made', /from 'better-auth/, /^src\/foundations\/accounts\/server\/auth\.ts$/],
	['passwords are hashed', /argon2\(/, /^src\/foundations\/accounts\/server\/passwords\.ts$/],
	['facts are written', /insertInto\('activity'\)/, /^src\/platform\/server\/activity\/record\.ts$/],
	['pictures are read', /import\('sharp'\)|from 'sharp'/, /^src\/(platform\/server\/images|app\/seeds)\//],
	['zones are computed', /timeZone:/, /^src\/platform\/(time\.ts|i18n\/|server\/postgres\/)/],
])('the place where %s is one', (_name, pattern, place) => {
	expect(within(pattern).filter((name) => !place.test(name))).toEqual([]);
	expect(within(pattern).length).toBeGreaterThan(0);
});

test('SQL never converts time zones', () => {
	// The health page compares both sides on purpose.
	expect(within(/at time zone/i).filter((name) => name !== 'src/platform/server/postgres/health.ts')).toEqual([]);
});
