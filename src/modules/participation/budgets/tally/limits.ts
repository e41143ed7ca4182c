// The rules META states, and what the file itself says was counted: used where they decide, else only compared and listed.
import { type Decimal, decimalOf } from './decimals.ts';
import type { Election, Standing } from './election.ts';
import type { Oddities } from './oddities.ts';
import type { Line, Sections } from './sections.ts';

export interface StatedRules {
	defaultScore: Decimal;
	threshold: Decimal | null;
	/**
	 * What the first place of an ordinal ballot may be worth, by its length. The format says Borda and not which: as many
	 * points as the ballot has places (Pabulib's own checker), as it may have places, or as there are projects.
	 */
	firsts: [(length: number) => number, ...((length: number) => number)[]];
	/** Lists counts that differ and ballots beyond the limits. They are counted all the same, as the cities did. */
	check(election: Election): void;
}

export function rulesOf({ meta }: Sections, projects: number, oddities: Oddities): StatedRules {
	const stated = (...names: string[]): Decimal | null => {
		const said = names.map((name) => meta.get(name)).find((found) => found !== undefined && found.value !== '');
		if (!said) return null;
		const read = decimalOf(said.value);
		if (read === null) oddities.add('meta-unreadable', said.line, said.value);
		return read;
	};
	const number = (read: Decimal | null): number | null =>
		read && Number(read.whole) / Number(10n ** BigInt(read.digits));
	const longest = number(stated('max_length', 'max_length_unit', 'max_length_district'));
	const shortest = number(stated('min_length', 'min_length_unit', 'min_length_district'));
	const most = number(stated('max_sum_points'));
	const counted: readonly (readonly ['num_projects' | 'num_votes', (election: Election) => number])[] = [
		['num_projects', () => projects],
		['num_votes', ({ ballots }) => ballots.reduce((sum, { count }) => sum + count, 0)],
	];
	return {
		defaultScore: stated('default_score') ?? { whole: 0n, digits: 0 },
		threshold: stated('min_project_score_threshold'),
		firsts: [(length) => length, ...(longest === null ? [] : [() => longest]), () => projects],
		check(election) {
			for (const [name, count] of counted) {
				const said = number(stated(name));
				if (said !== null && said !== count(election))
					oddities.add(name === 'num_votes' ? 'num-votes-differs' : 'num-projects-differs', 0, String(said));
			}
			const allowed = election.voteType === 'choose-1' ? 1 : longest;
			for (const { projects: chosen, points, count } of election.ballots) {
				const ids = (): string => chosen.map((place) => election.projects[place]!.id).join(',');
				if (allowed !== null && chosen.length > allowed) oddities.add('vote-over-limit', 0, ids(), count);
				if (shortest !== null && chosen.length > 0 && chosen.length < shortest)
					oddities.add('vote-under-limit', 0, ids(), count);
				const sum = points.reduce((total, point) => total + point, 0);
				if (most !== null && election.voteType === 'cumulative' && sum > most * election.pointUnit)
					oddities.add('points-over-limit', 0, ids(), count);
			}
		},
	};
}

interface Difference {
	line: number;
	value: string;
}

/** The columns `votes`, `score` and `selected` of PROJECTS beside what the ballots give; cells left empty say nothing. */
export function compareWithFile(
	{ pointUnit, projects }: Election,
	{ supporters, scores }: Standing,
	lines: readonly Line[],
): { votes: Difference[]; scores: Difference[]; recorded: string[] | null } {
	const differs = (column: string, counted: readonly number[], unit: number): Difference[] =>
		lines.flatMap((line, place) => {
			const said = decimalOf(line.cell(column) ?? '');
			if (said === null || Number(said.whole) * unit === counted[place]! * 10 ** said.digits) return [];
			return [{ line: line.line, value: `${projects[place]!.id}: ${line.cell(column)}, ${counted[place]! / unit}` }];
		});
	const says = lines.some((line) => /^\d+$/.test(line.cell('selected') ?? ''));
	return {
		votes: differs('votes', supporters, 1),
		scores: differs('score', scores, pointUnit),
		recorded: says ? projects.flatMap(({ id }, place) => (lines[place]!.cell('selected') === '1' ? [id] : [])) : null,
	};
}
