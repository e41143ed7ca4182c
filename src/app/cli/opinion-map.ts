// `joussour opinion-map`: groups of opinion from a file of votes.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
	castVote,
	drawMap,
	noVotes,
	type OpinionMap,
	voteReader,
	type VoteTable,
} from '#modules/participation/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf } from './lines.ts';
import { complain, misused, print } from './print.ts';

const MOST_SAID = 5;

/** The votes of a file, and a sentence a line that was passed over; a sentence alone when it is no file of votes. */
export async function readVotes(
	chunks: AsyncIterable<Uint8Array>,
): Promise<{ table: VoteTable; passedOver: string[] } | string> {
	const table = noVotes();
	const passedOver: string[] = [];
	let read: ReturnType<typeof voteReader> | null = null;
	let number = 0;
	for await (const line of linesOf(chunks)) {
		number++;
		if (read === null) {
			read = voteReader(line);
			if (typeof read === 'string') return read;
			continue;
		}
		if (typeof read === 'string') return read;
		const vote = read(line);
		if (typeof vote === 'string') passedOver.push(`line ${number}: ${vote}`);
		else if (vote) castVote(table, vote);
	}
	return read === null ? 'The file is empty.' : { table, passedOver };
}

const ids = z
	.array(z.union([z.string(), z.number()]).transform(String))
	.default([])
	.transform((list) => new Set(list));
const leftOutShape = z.strictObject({ participants: ids, statements: ids });

async function leftOut(file: string | null): Promise<z.infer<typeof leftOutShape> | null> {
	if (file === null) return { participants: new Set(), statements: new Set() };
	const text = await readFile(file, 'utf8');
	try {
		return leftOutShape.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

function* sentences({ participants, statements, groups, projection }: OpinionMap): Generator<string> {
	const grouped = projection.filter(({ group }) => group !== null).length;
	yield `${participants} participants, ${statements.length} statements, ${groups.length} groups of ${grouped} participants`;
	for (const { id, size, representative } of groups) {
		yield `group ${id}: ${size} participants`;
		for (const one of representative)
			yield `  ${one.for === 'agree' ? 'agrees with' : 'disagrees with'} ${one.id}: ${one.stand} of ${one.seen} (${one.metric.toFixed(2)})`;
	}
	yield 'where all groups agree most:';
	const shared = [...statements]
		.sort((a, b) => b.groupInformedConsensus - a.groupInformedConsensus)
		.slice(0, MOST_SAID);
	for (const { id, groupInformedConsensus, agrees, disagrees, passes } of shared)
		yield `  ${id}: ${groupInformedConsensus.toFixed(3)} (${agrees} agree, ${disagrees} disagree, ${passes} pass)`;
}

export const opinionMap = {
	help: `
joussour opinion-map VOTES.csv [--seed N] [--leave-out FILE] [--json]
Draws who thinks alike from votes (columns timestamp, datetime, comment-id, voter-id, vote: 1 agrees, -1 disagrees, 0 passes).
The last vote of a voter on a statement counts, once. The same file and seed give the same map to the byte. FILE - is the standard input.
--leave-out: a JSON file { "participants": [ids], "statements": [ids] } of banned voters and statements taken out.
With --json: { participants, statements, groups, projection }. Needs no database.`,
	takes: { words: ['VOTES.csv'], options: { seed: 'N', 'leave-out': 'FILE' }, flags: ['json'] },
	async run({ words, option, flag }: Args): Promise<void> {
		const seed = option('seed') ?? '1';
		if (!/^-?\d{1,15}$/.test(seed))
			return misused(`«${seed}» is no seed: give a whole number of at most fifteen digits.`);
		const without = await leftOut(option('leave-out'));
		if (without === null)
			return misused(`${option('leave-out')} is not of the form { "participants": [ids], "statements": [ids] }.`);
		const read = await readVotes(bytesOf(words[0]!));
		if (typeof read === 'string') return misused(`${words[0]}: ${read}`);
		for (const one of read.passedOver.slice(0, MOST_SAID)) complain(`Passed over ${one}`);
		if (read.passedOver.length > MOST_SAID) complain(`Passed over ${read.passedOver.length} lines in all.`);
		const { map } = drawMap(read.table, { ...without, seed: Number(seed) });
		if (flag('json')) return print(JSON.stringify(map));
		for (const sentence of sentences(map)) print(sentence);
	},
};
