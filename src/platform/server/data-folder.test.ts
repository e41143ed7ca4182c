// Folders of an installation: made where they can be, refused in words where they cannot.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError } from './config.ts';
import { makeDataFolder } from './data-folder.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'joussour-folder-'));
afterAll(() => rmSync(home, { recursive: true }));

const refusal = (folder: string): string => {
	try {
		makeDataFolder(folder);
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigError);
		return (error as ConfigError).message;
	}
	throw new Error('it was made');
};

test('a folder is made with those above it, and one that is there is left as it is', () => {
	const deep = path.join(home, 'a', 'b', 'c');
	makeDataFolder(deep);
	expect(existsSync(deep)).toBe(true);
	makeDataFolder(deep);
});

test('a place that is a file, or lies below one, is refused with its name', () => {
	const file = path.join(home, 'file');
	writeFileSync(file, '');
	expect(refusal(file)).toContain(`DATA_DIR: ${file} cannot be made: this is a file where a folder is needed`);
	expect(refusal(path.join(file, 'data'))).toContain('DATA_DIR');
});

test.runIf(process.platform === 'linux')('a file system that takes no folder is refused at once', () => {
	expect(refusal('/proc/x')).toContain('DATA_DIR: /proc/x cannot be made');
	expect(refusal('/proc/x/y')).toContain('no folder can be made there');
});
