// A reverse proxy as an operator puts one before an installation: it ends TLS and says who asked.
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';

export interface Proxy {
	/** `https://localhost:…`, what readers use. */
	url: string;
	/** Where requests go on to, set once the application runs. */
	goesTo(url: string): void;
	close(): Promise<void>;
}

/** Passes everything on; what a reader claims about addresses stays, and the proxy's own word is added last. */
export async function aProxy(): Promise<Proxy> {
	let behind = '';
	const server = https.createServer(selfSigned(['localhost']), (request, response) => {
		const claimed = request.headers['x-forwarded-for'];
		const onward = http.request(
			behind + (request.url ?? '/'),
			{
				method: request.method,
				headers: {
					...request.headers,
					'x-forwarded-for': [claimed, request.socket.remoteAddress].filter(Boolean).join(', '),
					'x-forwarded-proto': 'https',
				},
			},
			(answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			},
		);
		onward.on('error', () => response.destroy());
		response.on('close', () => onward.destroy());
		request.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `https://localhost:${(server.address() as AddressInfo).port}`,
		goesTo: (url) => void (behind = url),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
