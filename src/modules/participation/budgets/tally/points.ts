// What a ballot gives each project, by the file's vote type.
import type { VoteType } from './election.ts';
import { type Decimal, decimalOf } from './decimals.ts';
import type { Oddities } from './oddities.ts';
import type { RawBallot, Sections } from './sections.ts';

export interface Given {
	count: number;
	projects: number[];
	points: Decimal[];
}

/** One object a text, since the same few points come thousands of times. */
const known = new Map<string, Decimal | null>();
function pointsOf(text: string): Decimal | null {
	if (!known.has(text)) {
		if (known.size > 10_000) known.clear();
		known.set(text, decimalOf(text));
	}
	return known.get(text)!;
}

export interface Rules {
	voteType: VoteType;
	/** How many points the first place of an ordinal ballot of `length` projects is worth; each place below, one less. */
	first(length: number): number;
	oddities: Oddities;
}

const cellsOf = (list: string): string[] => (list === '' ? [] : list.split(',').map((cell) => cell.trim()));

/** The ballot's projects in its order, each once, with the points beside them; what the file does not list is left out. */
export function givenBy(raw: RawBallot, places: ReadonlyMap<string, number>, rules: Rules): Given {
	const { voteType, first, oddities } = rules;
	const odd = oddities.add;
	const ids = cellsOf(raw.vote).filter((id) => id !== '');
	const said = cellsOf(raw.points);
	const ranked = voteType === 'ordinal' && said.length === 0;
	const pointed = !ranked && voteType !== 'approval' && voteType !== 'choose-1';
	if (pointed && said.length !== ids.length) odd('points-mismatch', raw.line, raw.points, raw.count);
	const given: Given = { count: raw.count, projects: [], points: [] };
	const seen = new Set<string>();
	ids.forEach((id, place) => {
		if (seen.has(id)) return odd('project-named-twice', raw.line, id, raw.count);
		seen.add(id);
		const project = places.get(id);
		if (project === undefined) return odd('project-unknown', raw.line, id, raw.count);
		const points = pointed
			? pointsOf(said[place] ?? '')
			: pointsOf(String(ranked ? Math.max(0, first(ids.length) - place) : 1));
		if (points === null && said[place] !== undefined) odd('points-unreadable', raw.line, said[place], raw.count);
		given.projects.push(project);
		given.points.push(points ?? pointsOf('0')!);
	});
	if (given.projects.length === 0) odd('ballot-empty', raw.line, raw.vote, raw.count);
	return given;
}

/** The vote type in META's words; null when it is none of the format's. Without one, a column of points means cumulative. */
export function voteTypeOf({ meta, columns }: Sections, oddities: Oddities): VoteType | null {
	const said = meta.get('vote_type')?.value.toLowerCase();
	switch (said) {
		case 'approval':
		case 'cumulative':
		case 'scoring':
		case 'ordinal':
		case 'choose-1':
			return said;
		case 'choose1':
		case 'choose_1':
			return 'choose-1';
		case undefined:
		case '': {
			const guess = columns.votes.includes('points') ? 'cumulative' : 'approval';
			oddities.add('vote-type-missing', 0, guess);
			return guess;
		}
		default:
			return null;
	}
}
