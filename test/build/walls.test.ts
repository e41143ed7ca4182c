// The walls between rooms hold, and the checker of walls still bites: every planted violation is found, nothing else is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder } from './files.ts';

const root = resolve(import.meta.dirname, '../..');
const planted = join(import.meta.dirname, 'planted');
const oxlint = join(root, 'node_modules/.bin/oxlint');
const scratch = mkdtempSync(join(tmpdir(), 'walls-'));

const reportSchema = z.object({
	number_of_files: z.number(),
	diagnostics: z.array(z.object({ filename: z.string(), code: z.string().optional(), message: z.string() })),
});
type Report = z.infer<typeof reportSchema>;

/** Runs the linter in `cwd` and reads its answer; findings are no failure here, an unreadable answer is. */
function lint(cwd: string, args: readonly string[]): Report {
	const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json', ...args], {
		cwd,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	});
	if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
	return reportSchema.parse(JSON.parse(stdout));
}

/** The project's own policy, only without the line that keeps planted files out of the daily run. */
function policyForPlanted(): string {
	const plugin = createRequire(join(root, 'package.json')).resolve('eslint-plugin-boundaries');
	const policy = z.looseObject({}).parse(JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')));
	const path = join(scratch, 'oxlintrc.json');
	writeFileSync(path, JSON.stringify({ ...policy, ignorePatterns: [], jsPlugins: [plugin] }));
	return path;
}

/** What a planted file says about itself on its first line: `expect boundaries(dependencies): why`. */
function expectationOf(path: string): { rule: string; why: string } | undefined {
	const found = /expect (\S+\)): (.+?)(?: -->)?$/.exec(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '');
	return found?.[1] && found[2] ? { rule: found[1], why: found[2] } : undefined;
}

const files = ['src', 'test']
	.flatMap((folder) => filesUnder(join(planted, folder)))
	.filter((path) => /\.(ts|svelte)$/.test(path))
	.map((path) => relative(planted, path));
const violations = files.flatMap((path) => {
	const expectation = expectationOf(join(planted, path));
	return expectation ? [{ path, ...expectation }] : [];
});

afterAll(() => rmSync(scratch, { recursive: true }));

describe('the checker of walls', () => {
	const found = new Map<string, Set<string>>();

	beforeAll(() => {
		const report = lint(planted, ['-c', policyForPlanted(), ...files]);
		expect(report.number_of_files).toBe(files.length);
		for (const { filename, code, message } of report.diagnostics) {
			found.set(filename, (found.get(filename) ?? new Set()).add(code ?? message));
		}
	});

	it('has violations to find', () => {
		expect(violations.length).toBeGreaterThanOrEqual(60);
	});

	it.each(violations)('sees that $why ($path)', ({ path, rule }) => {
		expect([...(found.get(path) ?? [])]).toEqual([rule]);
	});

	it('finds nothing in the good house beside them', () => {
		const bad = new Set(violations.map(({ path }) => path));
		const good = files.filter((path) => !bad.has(path));
		expect(good.length).toBeGreaterThanOrEqual(45);
		expect(good.filter((path) => found.has(path)).map((path) => [path, ...(found.get(path) ?? [])])).toEqual([]);
	});

	it('sees a file of 401 lines, and lets one of 400 pass', () => {
		const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const n${i} = ${i};`).join('\n');
		writeFileSync(join(scratch, 'long.ts'), lines(401));
		writeFileSync(join(scratch, 'fits.ts'), lines(400));
		writeFileSync(join(scratch, 'long.generated.ts'), lines(401));
		const report = lint(scratch, ['-c', policyForPlanted(), 'long.ts', 'fits.ts', 'long.generated.ts']);
		expect(report.diagnostics.map(({ filename, code }) => [filename, code])).toEqual([
			['long.ts', 'eslint(max-lines)'],
		]);
	});
});

describe('the checker of components', () => {
	const eslint = new ESLint({ cwd: root });
	const rulesBroken = async (code: string) => {
		const [result] = await eslint.lintText(code, { filePath: join(root, 'src/ui/Planted.svelte') });
		return result?.messages.map(({ ruleId }) => ruleId);
	};

	it.each([
		['svelte/require-each-key', '{#each [1, 2] as n}{n}{/each}'],
		['svelte/no-at-html-tags', '{@html "<b>bold</b>"}'],
		['svelte/no-inline-styles', '<b style="color: red">red</b>'],
		['svelte/button-has-type', '<button>go</button>'],
		['@typescript-eslint/no-unused-vars', '<script lang="ts">const n = 1;</script>'],
		['@typescript-eslint/no-explicit-any', '<script lang="ts">const { n }: { n: any } = $props();</script>{n}'],
	])('enforces %s', async (rule, code) => {
		expect(await rulesBroken(`${code}\n`)).toEqual([rule]);
	});

	it('finds nothing in a good component', async () => {
		const code = '<script lang="ts">const { n }: { n: number[] } = $props();</script>{#each n as i (i)}{i}{/each}';
		expect(await rulesBroken(`${code}\n`)).toEqual([]);
	});
});

describe('the house', () => {
	it('keeps its walls', () => {
		const report = lint(root, []);
		expect(report.number_of_files).toBeGreaterThan(50);
		expect(report.diagnostics.filter(({ filename }) => filename.includes('planted'))).toEqual([]);
		expect(report.diagnostics.map(({ filename, code, message }) => `${filename} ${code ?? ''} ${message}`)).toEqual([]);
	});

	it('keeps planted files out of the types that are checked', () => {
		const tsc = join(root, 'node_modules/.bin/tsc');
		const listed = spawnSync(tsc, ['--listFilesOnly'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout;
		expect(listed).toContain('/src/platform/');
		expect(listed.split('\n').filter((path) => path.includes('build/planted'))).toEqual([]);
	});
});
