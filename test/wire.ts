// Requests as they go over the wire: nothing unpacked, followed or added on the way.
import http from 'node:http';
import https from 'node:https';

export interface Wired {
	status: number;
	headers: http.IncomingHttpHeaders;
	/** As it came: still packed when the answer says so. */
	bytes: Buffer;
}

export interface Asking {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

/** One request on a connection of its own. A certificate is not looked at: tests make theirs. */
export function wire(url: string, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Wired> {
	const send = url.startsWith('https:') ? https.request : http.request;
	return new Promise((resolve, reject) => {
		const request = send(
			url + path,
			{ method, headers: { connection: 'close', ...headers }, agent: false, rejectUnauthorized: false },
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.once('error', reject);
				answer.once('end', () =>
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }),
				);
			},
		);
		request.once('error', reject);
		request.setTimeout(20_000, () => request.destroy(new Error(`no answer to ${method} ${path}`)));
		request.end(body);
	});
}
