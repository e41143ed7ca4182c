// What is counted: projects with their costs, a budget, ballots.

export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal';

export interface Project {
	id: string;
	/** In the election's smallest units. */
	cost: number;
}

/** Identical ballots, counted together. */
export interface Ballot {
	/** Places in `Election.projects`, each once. */
	projects: readonly number[];
	/** Points given to each of them, whole: 1 each where the ballot only approves. */
	points: readonly number[];
	/** How many voters cast it. */
	count: number;
}

/** Amounts are whole numbers of smallest units, at most 2^53: `unit` of them make one unit of the currency. */
export interface Election {
	voteType: VoteType;
	unit: number;
	budget: number;
	projects: readonly Project[];
	ballots: readonly Ballot[];
	/** Points as the file writes them are multiplied by this, so that they are whole. */
	pointUnit: number;
	/** Points of a project that a ballot does not name; 0 but in some files of type `scoring`. */
	defaultScore: number;
	/** The score below which a project cannot win, where the rules set one. */
	threshold: number | null;
}

/** What each project got: voters who gave it points, and the sum of their points. */
export interface Standing {
	supporters: readonly number[];
	scores: readonly number[];
	voters: number;
}

/** Sums are exact: the reader refuses files where one could pass 2^53. */
export function standingOf({ projects, ballots, defaultScore }: Election): Standing {
	const supporters = projects.map(() => 0);
	const scores = projects.map(() => 0);
	const named = projects.map(() => 0);
	let voters = 0;
	for (const { projects: chosen, points, count } of ballots) {
		voters += count;
		chosen.forEach((project, i) => {
			named[project]! += count;
			scores[project]! += points[i]! * count;
			if (points[i]! > 0) supporters[project]! += count;
		});
	}
	if (defaultScore !== 0) named.forEach((seen, project) => (scores[project]! += defaultScore * (voters - seen)));
	return { supporters, scores, voters };
}
