// Cases of feeds written from the specifications, as plain texts: `cases/*.txt` hold one a line, in groups that name
// the section they follow. `bench/algorithms/feeds.ts` and `cases.test.ts` count how many a reader gets right.
import { readdirSync, readFileSync } from 'node:fs';
import type { Transport } from '../index.ts';
import { encoded } from './encoded.ts';

export interface Wish {
	/** Steps into the neutral form: `['entries', '0', 'title']`. */
	path: string[];
	value: unknown;
}
export interface Case {
	/** File and line, and the section it follows. */
	name: string;
	damaged: boolean;
	/** Null where bytes are the matter. */
	text: string | null;
	bytes: Uint8Array;
	transport: Transport;
	wishes: Wish[];
}

/** What holds for the lines after it, until the next group. */
interface Group {
	name: string;
	frame: string;
	at: string;
	expect: string;
	url: string;
	headers: string;
	encode: string;
	damaged: boolean;
}

const folder = new URL('./cases/', import.meta.url);
const wish = /\s*(?:([a-z][\w.:-]*)=)?("(?:[^"\\]|\\.)*"|\[[^\]]*\]|-?[\d.]+|true|false|null)/iy;
const whole = /^(?:feed|entries|podcast)(?:\.|$)/;

/** `title="Un" link=null` */
function wishesIn(written: string, { at, expect }: Group, name: string): Wish[] {
	const found: Wish[] = [];
	wish.lastIndex = 0;
	while (wish.lastIndex < written.trimEnd().length) {
		const match = wish.exec(written);
		if (!match) throw new Error(`${name}: what is expected cannot be read: ${written}`);
		const [, path = expect, value = ''] = match;
		found.push({ path: (whole.test(path) ? path : at + path).split('.'), value: JSON.parse(value) });
	}
	if (found.length === 0) throw new Error(`${name}: nothing is expected`);
	return found;
}

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
const unescaped = (text: string): string =>
	text.replace(/\\(?:([ntr\\])|u([\da-f]{4}))/gi, (_, sign?: string, hex?: string) =>
		hex === undefined ? (signs[sign ?? ''] ?? '') : String.fromCharCode(parseInt(hex, 16)),
	);

function readFile(file: string): Case[] {
	const start: Group = {
		name: '',
		frame: '§',
		at: 'entries.0.',
		expect: '',
		url: '',
		headers: '{}',
		encode: 'utf-8',
		damaged: file.startsWith('damaged'),
	};
	let group = start;
	const cases: Case[] = [];
	for (const [i, line] of readFileSync(new URL(file, folder), 'utf8').split('\n').entries()) {
		if (line.trim() === '' || line.startsWith('# ')) continue;
		const [, key, value = ''] = /^@(\w+) ?(.*)$/.exec(line) ?? [];
		if (key === 'group') group = { ...start, name: value };
		else if (key === 'damaged') group = { ...group, damaged: value !== 'no' };
		else if (key !== undefined) group = { ...group, [key]: value === '-' ? '' : value };
		else cases.push(caseOf(line, group, `${file}:${i + 1} ${group.name}`));
	}
	return cases;
}

function caseOf(line: string, group: Group, name: string): Case {
	const at = line.lastIndexOf(' ⇒ ');
	if (at < 0) throw new Error(`${name}: ⇒ is missing`);
	const text = unescaped(group.frame.replaceAll('§', () => line.slice(0, at)));
	const plain = group.encode === 'utf-8';
	return {
		name,
		damaged: group.damaged,
		text: plain ? text : null,
		bytes: encoded(text, group.encode),
		transport: { headers: JSON.parse(group.headers) as Record<string, string>, url: group.url },
		wishes: wishesIn(line.slice(at + 3), group, name),
	};
}

export const ownCases = (): Case[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.flatMap(readFile);
