// What nobody uses goes: exports, files and packages without a user, as knip finds them; and proof that it would.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#platform/server/root.ts';

function knip(folder: string): { status: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(path.join(root, 'node_modules', '.bin', 'knip'), ['--no-progress'], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, NO_COLOR: '1' },
	});
	return { status, said: (stdout + stderr).trim() };
}

test('every export, file and package has a user', () => {
	expect(knip(root)).toEqual({ status: 0, said: '' });
});

test('one that has none is named', () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'joussour-unused-'));
	const files = {
		'package.json': '{ "name": "planted", "type": "module", "dependencies": { "nobody": "1.0.0" } }',
		'knip.json': '{ "entry": ["main.ts"], "project": ["*.ts"] }',
		'main.ts': "import { used } from './part.ts';\nconsole.log(used);\n",
		'part.ts': 'export const used = 1;\nexport const forgotten = 2;\n',
		'alone.ts': 'export const lonely = 3;\n',
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	const { status, said } = knip(folder);
	rmSync(folder, { recursive: true });
	expect(status).toBe(1);
	for (const name of ['forgotten', 'alone.ts', 'nobody']) expect(said).toContain(name);
	expect(said).not.toMatch(/\bused\b/);
});
