// The habits of the house that no linter knows: sizes, reasons, READMEs, places, and a lock file that names no host.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './files.ts';

const root = resolve(import.meta.dirname, '../..');
const longest = 400;
const longestMedian = 80;

interface Source {
	path: string;
	text: string;
}

const sources: Source[] = ['src', 'test', 'bench', 'bin', 'db']
	.flatMap((folder) => filesUnder(join(root, folder)))
	.filter((path) => /\.(ts|js|mjs|svelte|css)$|\/bin\/[^.]+$/.test(path))
	.map((path) => relative(root, path))
	.filter((path) => !path.startsWith('test/build/planted/') && !/\.generated\.\w+$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** `path:line` of every line in `among` for which `isFault` holds. */
function linesWhere(among: readonly Source[], isFault: (line: string) => boolean): string[] {
	return among.flatMap(({ path, text }) =>
		text.split('\n').flatMap((line, i) => (isFault(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
	);
}

const lineCount = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A switch that silences a checker. Its reason follows on the same line: after `--`, or after `@ts-expect-error:`. */
const silence = /(?:eslint|oxlint)-disable|@ts-(?:ignore|nocheck|expect-error)|svelte-ignore|prettier-ignore/;
const reasoned =
	/(?:(?:eslint|oxlint)-disable[^*]*? -- |@ts-expect-error:? |svelte-ignore \S+ |prettier-ignore:? )\S+\s+\S+/;
const isUnreasonedSilence = (line: string) =>
	/(?:\/\/|\/\*|<!--)/.test(line) &&
	silence.test(line) &&
	(/@ts-(?:ignore|nocheck)/.test(line) || !reasoned.test(line));

/** Sides that do not turn with the script. `left: 0; right: 0` in one rule is still better said `inset-inline: 0`. */
const physicalCss =
	/(?:^|[;{\s"'])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
const physicalClass =
	/(?<![\w-])-?(?:m[lr]|p[lr]|scroll-m[lr]|scroll-p[lr]|left|right|border-[lr]|rounded-(?:[lr]|t[lr]|b[lr]))-(?:\d|px|auto|full|\[)|(?<![\w-])(?:text|float|clear)-(?:left|right)(?![\w-])/;

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*|<!--)/.test(line);

/** What of a source is style: a whole style sheet, or the style blocks and attributes of a component. */
function styleOf({ path, text }: Source): Source {
	if (path.endsWith('.css')) return { path, text };
	const kept = [...text.matchAll(/<style[^>]*>[\s\S]*?<\/style>|style(?:=|:)[^>\n]*/g)]
		.map(([block]) => block)
		.join('\n');
	return { path, text: path.endsWith('.svelte') ? kept : '' };
}

describe('the size of files', () => {
	it(`is at most ${longest} lines`, () => {
		const tooLong = sources.filter(({ text }) => lineCount(text) > longest);
		expect(tooLong.map(({ path, text }) => `${path}: ${lineCount(text)} lines`)).toEqual([]);
	});

	it(`has a median of at most ${longestMedian} lines`, () => {
		const counts = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
		const median = counts[Math.floor(counts.length / 2)] ?? 0;
		console.info(`${counts.length} files, median ${median} lines, longest ${counts.at(-1) ?? 0}`);
		expect(median).toBeLessThanOrEqual(longestMedian);
	});
});

describe('checkers', () => {
	it('are silenced only with a reason on the same line', () => {
		const others = sources.filter(({ path }) => path !== 'test/build/suite.test.ts');
		expect(linesWhere(others, isUnreasonedSilence)).toEqual([]);
	});

	it.each([
		['// @ts-ignore because I say so', true],
		['// @ts-expect-error', true],
		['// @ts-expect-error: the library forgets the second form', false],
		['/* eslint-disable no-console */', true],
		['// oxlint-disable-next-line no-console', true],
		['// oxlint-disable-next-line no-console -- the command line speaks to people', false],
		['<!-- svelte-ignore a11y_autofocus -->', true],
		['<!-- svelte-ignore a11y_autofocus (the dialog has just been opened by its reader) -->', false],
		['const text = "eslint-disable";', false],
	])('know that %s lacks a reason: %s', (line, fault) => {
		expect(isUnreasonedSilence(line)).toBe(fault);
	});

	it('are not evaded by `any` in a component’s markup or a script', () => {
		const isAny = (line: string) =>
			!isComment(line) && /(?:[:<,|&(]\s*|\bas\s+)any\b(?=\s*(?:[;,)>|&=[\]}]|$))/.test(line);
		expect(isAny('const x = y as any;')).toBe(true);
		expect(isAny('	let { items }: { items: any[] } = $props();')).toBe(true);
		expect(isAny("it('finds any, in any order', () => {")).toBe(false);
		const others = sources.filter(({ path }) => /\.(ts|svelte)$/.test(path) && !path.startsWith('test/build/'));
		expect(linesWhere(others, isAny)).toEqual([]);
	});
});

describe('style', () => {
	it('names no left or right, so that it turns with the script', () => {
		const styles = sources.filter(({ path }) => path.startsWith('src/')).map(styleOf);
		expect(linesWhere(styles, (line) => !isComment(line) && physicalCss.test(line))).toEqual([]);
	});

	it('uses no class that names left or right', () => {
		const markup = sources.filter(({ path }) => path.startsWith('src/') && path.endsWith('.svelte'));
		expect(linesWhere(markup, (line) => !isComment(line) && physicalClass.test(line))).toEqual([]);
	});

	it.each(['margin-left: 1px', '{ right: 0 }', 'text-align: left;', 'border-top-left-radius: 2px', 'float:right'])(
		'would be caught saying %s',
		(line) => expect(physicalCss.test(line)).toBe(true),
	);

	it.each([
		'margin-inline-start: 1px',
		'inset-inline: 0',
		'text-align: start',
		'background: url(left.png)',
		'--bright: 1',
	])('may say %s', (line) => expect(physicalCss.test(line)).toBe(false));

	it.each([
		['ml-2', true],
		['-right-4', true],
		['text-left', true],
		['rounded-tl-md', false],
		['ms-2', false],
		['small-2', false],
	])('knows that the class %s names a side: %s', (name, fault) => {
		expect(physicalClass.test(`class="${name}"`)).toBe(fault);
	});
});

describe('rooms', () => {
	const folders = (path: string) =>
		existsSync(join(root, path))
			? readdirSync(join(root, path), { withFileTypes: true })
					.filter((entry) => entry.isDirectory())
					.map((entry) => `${path}/${entry.name}`)
			: [];
	const isPart = (path: string) => ['server', 'ui', 'test'].includes(basename(path));
	const nouns = folders('src/modules/participation').filter((path) => !isPart(path));
	const shelves = ['platform', 'foundations', 'engines', 'modules'].flatMap((shelf) => folders(`src/${shelf}`));
	const rooms = [...shelves.filter((path) => !isPart(path)), ...nouns, 'src/platform', 'src/ui', 'src/app'];

	it('say in a README what they are for', () => {
		expect(rooms.filter((room) => !existsSync(join(root, room, 'README.md')))).toEqual([]);
	});

	it('inside participation are nouns in the plural, by which the walls know them', () => {
		expect(nouns.filter((path) => !path.endsWith('s'))).toEqual([]);
	});

	it('keep Svelte in ui/ and routes/', () => {
		const svelte = sources.filter(({ path }) => path.startsWith('src/') && /\.svelte(\.ts)?$/.test(path));
		const astray = svelte.filter(({ path }) => !/^src\/(?:routes|ui)\/|^src\/.+\/ui\//.test(path));
		expect(astray.map(({ path }) => path)).toEqual([]);
	});

	it('keep commands, stores and schemas in server/', () => {
		const astray = sources.filter(
			({ path }) => /^src\/(?:foundations|engines|modules)\//.test(path) && /\/(?:schema|store|jobs)\.ts$/.test(path),
		);
		expect(astray.filter(({ path }) => basename(dirname(path)) !== 'server').map(({ path }) => path)).toEqual([]);
	});
});

describe('the lock file', () => {
	it('names no registry host, so that anybody installs from their own', () => {
		const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
		expect(lock.split('\n').filter((line) => /"resolved":|https?:\/\/[^"]*\/-\/|registry/i.test(line))).toEqual([]);
	});

	it('pins what is written in package.json to exact versions', () => {
		const {
			dependencies = {},
			devDependencies = {},
			optionalDependencies = {},
		} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
		const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
			([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
		);
		expect(ranges).toEqual([]);
	});
});
