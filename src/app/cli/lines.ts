// Lines of a stream of bytes, for commands that answer line by line.
import { createReadStream } from 'node:fs';

/** The bytes of a file; `-` is the standard input. */
export const bytesOf = (file: string): AsyncIterable<Uint8Array> =>
	file === '-' ? (process.stdin as AsyncIterable<Uint8Array>) : createReadStream(file);

/** The answer to a line that cannot be read: why, and its "id" where it has one. */
export function unread(line: string, error: string): string {
	try {
		const { id } = Object(JSON.parse(line)) as { id?: unknown };
		return JSON.stringify({ id, error });
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
