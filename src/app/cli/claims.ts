// `joussour claims match`: which known claims texts repeat, one text a line.
import { once } from 'node:events';
import { z } from 'zod';
import { addClaim, type ClaimIndex, matchClaims, noClaims } from '#engines/conversation/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf, unread } from './lines.ts';
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

interface Claims {
	index: ClaimIndex;
	/** Ids as the file first wrote them, text or number, since answers name claims as it does. */
	ids: Map<string, string | number>;
}

/** The claims of a file; lines that are none are told to `passedOver` by their number. */
export async function readClaims(
	chunks: AsyncIterable<Uint8Array>,
	passedOver: (line: number) => void,
): Promise<Claims> {
	const index = noClaims();
	const ids: Claims['ids'] = new Map();
	let number = 0;
	for await (const line of linesOf(chunks)) {
		number++;
		if (line.replace(/^\ufeff/, '').trim() === '') continue;
		const claim = read(claimShape, line.replace(/^\ufeff/, ''));
		if (!claim) {
			passedOver(number);
			continue;
		}
		const known = String(claim.id);
		if (!ids.has(known)) ids.set(known, claim.id);
		addClaim(index, { id: known, texts: [claim.text ?? [], claim.texts ?? []].flat() });
	}
	return { index, ids };
}

/** The answer to one line, as JSON. */
export function answerTo({ index, ids }: Claims, line: string): string {
	const query = read(queryShape, line);
	if (!query) return unread(line, 'This line is not a JSON object with "text" (and "id").');
	const matches = matchClaims(index, query.text).map((match) => ({ ...match, claim: ids.get(match.claim) }));
	return JSON.stringify({ id: query.id, matches });
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
		const known = await readClaims(bytesOf(file), (line) =>
			complain(`${file}, line ${line}: not a JSON object with "id" and "text".`),
		);
		if (known.index.live === 0) return misused(`${file} holds no claim.`);
		for await (const line of linesOf(process.stdin as AsyncIterable<Uint8Array>)) {
			if (line.trim() === '') continue;
			if (!process.stdout.write(`${answerTo(known, line)}\n`)) await once(process.stdout, 'drain');
		}
	},
};
