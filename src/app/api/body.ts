// Reads the body of an act: JSON, one object, at most 1 MB as it comes, whatever it claims about its length.
import { refuse } from '#platform/refusal.ts';

export const mostBytes = 1_000_000;

async function readBytes(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let size = 0;
	if (stream)
		for await (const part of stream) {
			size += part.length;
			if (size > mostBytes) refuse('request.too_large');
			parts.push(part);
		}
	return Buffer.concat(parts);
}

/** The object sent. Other content types, broken JSON and bytes that are no UTF-8 are refused. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
	if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) refuse('request.bad_type');
	const bytes = await readBytes(request.body);
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		refuse('request.not_json');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('request.not_json');
	return value as Record<string, unknown>;
}
