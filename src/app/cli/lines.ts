// Lines of a stream of bytes, for commands that answer line by line.
import { createReadStream } from 'node:fs';

/** The bytes of a file; `-` is the standard input. What the system refuses names the file. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
	try {
		yield* file === '-' ? (process.stdin as AsyncIterable<Uint8Array>) : createReadStream(file);
	} catch (error) {
		throw Object.assign(error as Error, { path: file });
	}
}

/** The "id" of a line as JSON, digit for digit: a whole number beyond 2^53 would be rounded. What is no number is written as JSON does. */
export function idAsWritten(line: string, id: unknown): string {
	if (typeof id === 'number' && !Number.isSafeInteger(id))
		for (const [, digits] of line.matchAll(/"id"\s*:\s*(-?\d+)/g)) if (Number(digits) === id) return digits!;
	try {
		return JSON.stringify(id);
	} catch {
		// Nested deeper than can be written: no id, but an answer.
		return 'null';
	}
}

/** The answer to a line: its "id" as it was written, if it has one, then the members of `rest`, a JSON object that has some. */
export const answerOf = (line: string, id: unknown, rest: string): string =>
	id === undefined ? rest : `{"id":${idAsWritten(line, id)},${rest.slice(1)}`;

/** The answer to a line that cannot be read: why, and its "id" where it has one. */
export function unread(line: string, error: string): string {
	try {
		const { id } = Object(JSON.parse(line)) as { id?: unknown };
		return answerOf(line, id, JSON.stringify({ error }));
	} catch {
		return JSON.stringify({ error });
	}
}

/** Lines as only LF ends them: other line separators may stand inside a JSON string. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let begun: string[] = [];
	for await (const chunk of chunks) {
		const [first = '', ...further] = decoder.decode(chunk, { stream: true }).split('\n');
		begun.push(first);
		if (further.length === 0) continue;
		yield begun.join('');
		begun = [further.pop()!];
		yield* further;
	}
	const last = begun.join('') + decoder.decode();
	if (last !== '') yield last;
}
