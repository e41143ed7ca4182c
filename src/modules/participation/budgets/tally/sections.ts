// The three sections of a .pb file, taken row by row: META as keys, PROJECTS as rows, VOTES grouped where they are alike.
import type { Oddities } from './oddities.ts';
import type { Row } from './rows.ts';

export interface Line {
	line: number;
	/** A cell by the lower-case name of its column; undefined where the row ends before it. */
	cell(name: string): string | undefined;
}

/** Ballots with the same `vote` and `points` cells. */
export interface RawBallot {
	line: number;
	vote: string;
	points: string;
	count: number;
}

export interface Sections {
	meta: ReadonlyMap<string, { line: number; value: string }>;
	projects: readonly Line[];
	ballots: readonly RawBallot[];
	/** Columns of PROJECTS and VOTES, empty where the section is missing. */
	columns: { projects: readonly string[]; votes: readonly string[] };
}

type Name = 'meta' | 'projects' | 'votes';
const isName = (text: string): text is Name => ['meta', 'projects', 'votes'].includes(text);

export function sectionReader(oddities: Oddities): { row(row: Row): void; sections(): Sections } {
	const meta = new Map<string, { line: number; value: string }>();
	const projects: Line[] = [];
	const ballots = new Map<string, RawBallot>();
	const voters = new Set<string>();
	const seen = new Set<Name>();
	const columns: Record<Name, string[]> = { meta: ['key', 'value'], projects: [], votes: [] };
	let section: Name | null = null;
	let awaitsHeader = false;

	const begin = (name: Name, { line }: Row): void => {
		if (seen.has(name)) oddities.add('section-repeated', line, name.toUpperCase());
		seen.add(name);
		section = name;
		awaitsHeader = true;
	};
	/** Takes the row as the names of columns; false when it is a row of data already. */
	const header = (name: Name, { line, cells }: Row): boolean => {
		const names = cells.map((cell) => cell.toLowerCase());
		const fits = { meta: names[0] === 'key', projects: names.includes('cost'), votes: names.includes('vote') }[name];
		if (fits) columns[name] = names;
		else oddities.add('header-missing', line, name.toUpperCase());
		return fits;
	};
	const measure = ({ line, cells }: Row, expected: readonly string[]): void => {
		if (cells.length < expected.length) oddities.add('columns-missing', line, cells[0] ?? '');
		else if (cells.slice(expected.length).some((cell) => cell !== ''))
			oddities.add('columns-extra', line, cells[0] ?? '');
	};
	const key = ({ line, cells: [name = '', value = ''] }: Row): void => {
		const known = name.toLowerCase();
		if (meta.has(known)) return oddities.add('key-repeated', line, name);
		meta.set(known, { line, value });
	};
	const ballot = ({ line, cells }: Row): void => {
		const at = (name: string): string => cells[columns.votes.indexOf(name)] ?? '';
		const voter = at('voter_id');
		if (voter !== '' && voters.has(voter)) oddities.add('voter-repeated', line, voter);
		voters.add(voter);
		const vote = at('vote');
		const points = at('points');
		const alike = `${vote}\n${points}`;
		const known = ballots.get(alike);
		if (known) known.count++;
		else ballots.set(alike, { line, vote, points, count: 1 });
	};

	return {
		row(row) {
			const [title = '', ...others] = row.cells;
			const name = title.toLowerCase();
			if (isName(name) && others.every((cell) => cell === '')) return begin(name, row);
			if (section === null) return oddities.add('outside-sections', row.line, title);
			if (awaitsHeader) {
				awaitsHeader = false;
				if (header(section, row)) return;
			}
			const names = columns[section];
			measure(row, names);
			if (section === 'meta') return key(row);
			if (section === 'votes') return ballot(row);
			projects.push({ line: row.line, cell: (column) => row.cells[names.indexOf(column)] });
		},
		sections: () => ({ meta, projects, ballots: [...ballots.values()], columns }),
	};
}
