// Reads elections in the Pabulib format, https://pabulib.org/format (Faliszewski et al. 2023, arXiv:2305.11035): .pb files.
import { decimalOf, scaled, unitOf } from './decimals.ts';
import { type Election, type Project, standingOf } from './election.ts';
import { compareWithFile, rulesOf } from './limits.ts';
import { type Oddities, type Oddity, collectOddities } from './oddities.ts';
import { type Given, givenBy, voteTypeOf } from './points.ts';
import { rowReader } from './rows.ts';
import { type Line, type Sections, sectionReader } from './sections.ts';

/** Why a file cannot be counted. */
export type UncountableCode =
	| 'budget-missing'
	| 'budget-unreadable'
	| 'column-missing'
	| 'cost-unreadable'
	| 'projects-missing'
	| 'too-large'
	| 'vote-type-unknown'
	| 'votes-missing';

export interface Uncountable {
	code: UncountableCode;
	/** 0 where the file as a whole is meant. */
	line: number;
	value: string;
}

export interface ReadElection {
	election: Election;
	oddities: Oddity[];
	/** The ids of the projects the file says were selected; null where it does not say. */
	recorded: readonly string[] | null;
}

/** Takes lines as they come; `end` gives the election, or why there is none. */
export function pabulibReader(): { line(text: string): void; end(): ReadElection | Uncountable } {
	const oddities = collectOddities();
	const rows = rowReader((line) => oddities.add('quote-stray', line, ''));
	const sections = sectionReader(oddities);
	return {
		line(text) {
			for (const row of rows.line(text)) sections.row(row);
		},
		end() {
			for (const row of rows.end()) sections.row(row);
			return electionOf(sections.sections(), oddities);
		},
	};
}

/** The same for a text that is whole. */
export function readPabulib(text: string): ReadElection | Uncountable {
	const reader = pabulibReader();
	for (const line of text.replace(/^\ufeff/, '').split('\n')) reader.line(line);
	return reader.end();
}

const cannot = (code: UncountableCode, line = 0, value = ''): Uncountable => ({ code, line, value });

/** The budget and the projects in smallest units. */
function amountsOf(
	{ meta, projects, columns }: Sections,
	oddities: Oddities,
): { unit: number; budget: number; kept: { line: Line; project: Project }[] } | Uncountable {
	const said = meta.get('budget');
	if (!said) return cannot('budget-missing');
	const budget = decimalOf(said.value);
	if (budget === null || budget.whole < 0n) return cannot('budget-unreadable', said.line, said.value);
	const noteComma = (at: number, amount: string): void => {
		if (amount.includes(',')) oddities.add('amount-with-comma', at, amount);
	};
	noteComma(said.line, said.value);
	const read: { line: Line; id: string; cost: ReturnType<typeof decimalOf> & object }[] = [];
	const ids = new Set<string>();
	for (const line of projects) {
		const id = line.cell('project_id') ?? line.cell(columns.projects[0] ?? '') ?? '';
		if (id === '') oddities.add('project-without-id', line.line, '');
		else if (ids.has(id)) oddities.add('project-repeated', line.line, id);
		else {
			ids.add(id);
			const cost = decimalOf(line.cell('cost') ?? '');
			if (cost === null || cost.whole < 0n) return cannot('cost-unreadable', line.line, line.cell('cost') ?? '');
			noteComma(line.line, line.cell('cost') ?? '');
			if (cost.whole === 0n) oddities.add('project-free', line.line, id);
			read.push({ line, id, cost });
		}
	}
	const unit = unitOf([budget, ...read.map(({ cost }) => cost)]);
	const total = read.reduce((sum, { cost }) => sum + scaled(cost, unit), scaled(budget, unit));
	if (total > Number.MAX_SAFE_INTEGER) return cannot('too-large', said.line, said.value);
	return {
		unit,
		budget: Number(scaled(budget, unit)),
		kept: read.map(({ line, id, cost }) => ({ line, project: { id, cost: Number(scaled(cost, unit)) } })),
	};
}

function electionOf(sections: Sections, oddities: Oddities): ReadElection | Uncountable {
	const { columns, ballots: raw } = sections;
	if (sections.projects.length === 0) return cannot('projects-missing');
	if (!columns.projects.includes('cost')) return cannot('column-missing', 0, 'cost');
	if (raw.length === 0) return cannot('votes-missing');
	if (!columns.votes.includes('vote')) return cannot('column-missing', 0, 'vote');
	const voteType = voteTypeOf(sections, oddities);
	if (voteType === null) return cannot('vote-type-unknown', 0, sections.meta.get('vote_type')?.value ?? '');
	const amounts = amountsOf(sections, oddities);
	if ('code' in amounts) return amounts;
	const { unit, budget, kept } = amounts;
	const projects = kept.map(({ project }) => project);
	const places = new Map(projects.map(({ id }, place) => [id, place]));
	const rules = rulesOf(sections, projects.length, oddities);
	const voters = raw.reduce((sum, { count }) => sum + count, 0);

	/** The election when an ordinal ballot's first place is worth `first` points; null when its sums would not be exact. */
	const withFirst = (first: (length: number) => number, listing: Oddities): Election | null => {
		const given: Given[] = raw.map((ballot) => givenBy(ballot, places, { voteType, first, oddities: listing }));
		const kinds = new Set(given.flatMap(({ points }) => points));
		kinds.add(rules.defaultScore);
		if (rules.threshold) kinds.add(rules.threshold);
		const pointUnit = unitOf(kinds);
		const whole = new Map([...kinds].map((points) => [points, Number(scaled(points, pointUnit))]));
		let largest = 0;
		for (const points of whole.values()) largest = Math.max(largest, Math.abs(points));
		if (largest * voters > Number.MAX_SAFE_INTEGER) return null;
		return {
			voteType,
			unit,
			budget,
			projects,
			ballots: given.map(({ count, projects: chosen, points }) => ({
				count,
				projects: chosen,
				points: points.map((point) => whole.get(point)!),
			})),
			pointUnit,
			defaultScore: whole.get(rules.defaultScore)!,
			threshold: rules.threshold && whole.get(rules.threshold)!,
		};
	};
	const lines = kept.map(({ line }) => line);
	const [usual, ...further] = rules.firsts;
	let election = withFirst(usual, oddities);
	if (election === null) return cannot('too-large');
	if (voteType === 'ordinal') {
		const misses = (tried: Election): number => compareWithFile(tried, standingOf(tried), lines).scores.length;
		for (const first of misses(election) > 0 ? further : []) {
			const tried = withFirst(first, collectOddities());
			if (tried !== null && misses(tried) < misses(election)) election = tried;
		}
	}
	const found = compareWithFile(election, standingOf(election), lines);
	for (const { line, value } of found.votes) oddities.add('votes-differ', line, value);
	for (const { line, value } of found.scores) oddities.add('score-differs', line, value);
	for (const { line, project } of kept)
		if (project.cost > budget) oddities.add('project-over-budget', line.line, project.id);
	for (const { line, project } of kept) {
		const selected = line.cell('selected') ?? '';
		if (!['', '0', '1'].includes(selected)) oddities.add('selected-unclear', line.line, `${project.id}: ${selected}`);
	}
	if (projects.reduce((sum, { cost }) => sum + cost, 0) <= budget) oddities.add('budget-exceeds-costs', 0, '');
	rules.check(election);
	return { election, oddities: oddities.list(), recorded: found.recorded };
}
