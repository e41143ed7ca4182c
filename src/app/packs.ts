// Territory packs that come with the program: CSV files of places, with where their figures and names come from.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseCsv } from '#platform/csv.ts';
import { refuse } from '#platform/refusal.ts';
import { root } from '#platform/server/root.ts';

export interface Pack {
	/** The file's name without its ending. */
	name: string;
	country: string;
	places: number;
	sources: readonly string[];
}

const folder = path.join(root, 'src', 'app', 'seeds', 'territories');

/** What a pack's text holds: its country, its rows, its sources, each once. */
export function describePack(name: string, csv: string): Pack {
	const [head = [], ...rows] = parseCsv(csv);
	const column = (title: string) => rows.map((row) => row[head.indexOf(title)] ?? '');
	const sources = new Set(
		column('source')
			.flatMap((source) => source.split(/;\s*/))
			.map((source) => source.replace(/\s*\(.*$/, '').trim())
			.filter(Boolean),
	);
	return { name, country: column('country')[0] ?? '', places: rows.length, sources: [...sources].slice(0, 12) };
}

const described = new Map<string, Pack>();

/** The packs there are, by name; none when the folder is missing. */
export async function listPacks(): Promise<Pack[]> {
	const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.csv')).sort();
	for (const file of files)
		if (!described.has(file))
			described.set(file, describePack(file.slice(0, -4), await readFile(path.join(folder, file), 'utf8')));
	return files.map((file) => described.get(file)!);
}

/** The text of a pack. Refuses `pack.not_found` for anything but the name of one. */
export async function readPack(name: string): Promise<string> {
	const known = (await listPacks()).some((pack) => pack.name === name);
	return known ? readFile(path.join(folder, `${name}.csv`), 'utf8') : refuse('pack.not_found');
}
