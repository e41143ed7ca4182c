// A small load generator: so many requests, so many at a time, over kept connections.
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export function get(
	url: string,
	headers: Record<string, string> = {},
): Promise<{ status: number; bytes: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
	return new Promise((resolve, reject) => {
		http
			.get(url, { agent, headers }, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('end', () => {
					const body = Buffer.concat(parts);
					resolve({ status: response.statusCode ?? 0, bytes: body.length, headers: response.headers, body });
				});
			})
			.on('error', reject);
	});
}

/** Sends `count` requests, `atOnce` at a time. */
export async function load(
	address: (n: number) => string,
	count: number,
	atOnce: number,
	headers: Record<string, string> = {},
): Promise<void> {
	let next = 0;
	const one = async (): Promise<void> => {
		while (next < count) {
			const { status } = await get(address(next++), headers);
			if (status !== 200) throw new Error(`answered ${status}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
