// `joussour claims match`: which known claims texts repeat, one text a line.
import { once } from 'node:events';
import { z } from 'zod';
import { addClaim, type ClaimIndex, matchClaims, noClaims } from '#engines/conversation/index.ts';
import type { Args } from './arguments.ts';
import { answerOf, bytesOf, idAsWritten, linesOf, unread } from './lines.ts';
import { complain, misused } from './print.ts';

const id = z.union([z.string(), z.number()]);
const claimShape = z
	.object({
		id,
		text: z.union([z.string(), z.array(z.string())]).nullish(),
		texts: z.array(z.string()).nullish(),
	})
	.refine(({ text, texts }) => text != null || texts != null);
const queryShape = z.object({ id: id.nullish(), text: z.string() });

function read<T>(shape: z.ZodType<T>, line: string): T | null {
	try {
		return shape.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}

/** The claims of a file, named by their ids as JSON; lines that are none are told to `passedOver` with what is wrong. */
export async function readClaims(
	chunks: AsyncIterable<Uint8Array>,
	passedOver: (line: number, why: string) => void,
): Promise<ClaimIndex> {
	const index = noClaims();
	let number = 0;
	for await (const written of linesOf(chunks)) {
		number++;
		const line = written.replace(/^\ufeff/, '');
		if (line.trim() === '') continue;
		const claim = read(claimShape, line);
		if (!claim) {
			passedOver(number, 'not a JSON object with "id" and "text".');
			continue;
		}
		const before = index.live;
		addClaim(index, { id: idAsWritten(line, claim.id), texts: [claim.text ?? [], claim.texts ?? []].flat() });
		if (index.live === before) passedOver(number, 'no text in it has a word.');
	}
	return index;
}

/** The answer to one line, as JSON. */
export function answerTo(index: ClaimIndex, line: string): string {
	const query = read(queryShape, line);
	if (!query) return unread(line, 'This line is not a JSON object with "text" (and "id").');
	const matches = matchClaims(index, query.text).map(
		({ claim, ...how }) => `{"claim":${claim},${JSON.stringify(how).slice(1)}`,
	);
	return answerOf(line, query.id, `{"matches":[${matches.join(',')}]}`);
}

export const claims = {
	help: `
joussour claims match --claims CLAIMS.jsonl < TEXTS.jsonl
Says which known claims each text repeats. Both are lines of JSON: {"id","text"}; a claim may have several wordings: {"id","texts":[…]},
or several lines. Answers {"id","matches":[{"claim","score","level"}]} a line, in order, at most five matches, the best first, ids as they were written.
"score" is how likely the text repeats the claim; "sure" is right 95 times in 100 or more in our own tests, the rest is for a person.
A line that cannot be read is answered by an object with "error". Needs no database.`,
	takes: { words: ['match'], options: { claims: 'CLAIMS.jsonl' } },
	async run({ words, option }: Args): Promise<void> {
		const file = option('claims');
		if (words[0] !== 'match' || file === null)
			return misused('Say how: joussour claims match --claims CLAIMS.jsonl < TEXTS.jsonl');
		const known = await readClaims(bytesOf(file), (line, why) => complain(`${file}, line ${line}: ${why}`));
		if (known.live === 0) return misused(`${file} holds no claim.`);
		for await (const line of linesOf(bytesOf('-'))) {
			if (line.trim() === '') continue;
			if (!process.stdout.write(`${answerTo(known, line)}\n`)) await once(process.stdout, 'drain');
		}
	},
};
