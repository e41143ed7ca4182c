// `joussour tally`: counts a participatory budget from a .pb file, as anybody may who has the file.
import {
	type Oddity,
	type ReadElection,
	type Rule,
	type Tally,
	type Uncountable,
	type UncountableCode,
	type Why,
	pabulibReader,
	tally,
} from '#modules/participation/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf } from './lines.ts';
import { complain, misused, print } from './print.ts';

const rules: readonly Rule[] = ['greedy', 'equal-shares'];
const isRule = (text: string): text is Rule => (rules as readonly string[]).includes(text);

const because: Readonly<Record<UncountableCode, string>> = {
	'budget-missing': 'META names no budget. Add a line «budget;AMOUNT».',
	'budget-unreadable': 'this budget is no amount of money. Write digits, with a point for decimals.',
	'column-missing': 'a column is missing. PROJECTS needs project_id and cost, VOTES needs vote. Missing is:',
	'cost-unreadable': 'this cost is no amount of money. Write digits, with a point for decimals.',
	'projects-missing': 'there is no project in it. Is it a .pb file, with the sections META, PROJECTS and VOTES?',
	'too-large': 'the amounts or points are too large to be counted exactly (their sums pass 2^53).',
	'vote-type-unknown': 'this vote_type is none of approval, choose-1, cumulative, scoring and ordinal:',
	'votes-missing': 'there is no vote in it. Is it a .pb file, with the sections META, PROJECTS and VOTES?',
};

/** Why a file cannot be counted, as a sentence with its place. */
export const refusalOf = (file: string, { code, line, value }: Uncountable): string =>
	`${file}${line > 0 ? `, line ${line}` : ''}: ${because[code]}${value === '' ? '' : ` «${value}»`}`;

/** The reason in a few words for a terminal; programs read the code and the figures. */
export function reasonOf(why: Why): string {
	switch (why.code) {
		case 'fitted':
			return `fitted: ${why.left} was left`;
		case 'too-dear':
			return `only ${why.costAtMost} was left; ${why.scoreMissing} more in score would have won it`;
		case 'paid':
			return `paid by its supporters, ${why.price} each at most`;
		case 'unpaid':
			return `its supporters had ${why.left} left, ${why.missing} too little: ${why.supportersMissing} more were needed`;
		case 'unsupported':
			return 'nobody chose it';
		case 'over-budget':
			return `costs more than the whole budget of ${why.costAtMost}`;
		case 'below-threshold':
			return `under the threshold of ${why.threshold}`;
	}
}

function inWords(result: Tally, { oddities, recorded }: ReadElection): string[] {
	const { added, ties, winners, projects, cost, budget, voters, rule } = result;
	const places = new Map(winners.map((id, place) => [id, place]));
	const inOrder = [...projects].sort(
		(a, b) => (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity) || b.score - a.score || 0,
	);
	const odd = ({ code, count, first: [first] }: Oddity): string =>
		`odd: ${code}, ${count} times${first && (first.line > 0 || first.value !== '') ? `, first${first.line > 0 ? ` in line ${first.line}` : ''}: ${first.value}` : ''}`;
	const same = recorded && recorded.length === winners.length && recorded.every((id) => places.has(id));
	return [
		`${rule}: ${winners.length} of ${projects.length} projects win, ${cost} of ${budget}, ${voters} ballots${added === null ? '' : `, ${added} added to each share`}`,
		...inOrder.map(
			({ id, won, cost: price, supporters, score, why }) =>
				`${won ? '+' : '-'} ${id}  ${price}  ${supporters} supporters, score ${score}: ${reasonOf(why)}`,
		),
		...ties.map(({ projects: equals, by, at }) => `tie (${at}), decided by ${by}: ${equals.join(', ')}`),
		...(recorded
			? [`the file's own record of winners ${same ? 'is the same' : `differs: ${recorded.join(', ')}`}`]
			: []),
		...oddities.map(odd),
	];
}

export const tallyCommand = {
	help: `
joussour tally FILE.pb --rule greedy|equal-shares [--json]
Counts a participatory budget in the Pabulib format, exactly: who wins, what it costs, and why each project won or lost.
greedy goes down votes or points and takes what still fits; equal-shares is the Method of Equal Shares with cost utilities,
completed by one currency unit more a voter. Ties: more supporters, then lower cost, then the file's order; each is named.
What is odd in the file is read all the same and listed. FILE - is the standard input. Needs no database.`,
	takes: { words: ['FILE.pb'], options: { rule: 'greedy|equal-shares' }, flags: ['json'] },
	async run({ words: [file = ''], option, flag }: Args): Promise<void> {
		const rule = option('rule');
		if (rule === null || !isRule(rule)) return misused(`Say by which rule: --rule ${rules.join(' or --rule ')}`);
		const reader = pabulibReader();
		for await (const line of linesOf(bytesOf(file))) reader.line(line);
		const read = reader.end();
		if ('code' in read) {
			complain(refusalOf(file, read));
			process.exitCode = 1;
			return;
		}
		const result = tally(read.election, rule);
		if (flag('json')) print(JSON.stringify({ ...result, oddities: read.oddities, recorded: read.recorded }));
		else for (const line of inWords(result, read)) print(line);
	},
};
