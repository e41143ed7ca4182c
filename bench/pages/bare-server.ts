// The baseline: node:http and nothing else, answering the same bytes and headers.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

process.once('message', ({ body, headers }: { body: string; headers: Record<string, string> }) => {
	const bytes = Buffer.from(body, 'base64');
	const sent = Object.fromEntries(
		Object.entries(headers).filter(
			([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name),
		),
	);
	const server = http.createServer((_request, response) =>
		response.writeHead(200, { ...sent, 'content-length': bytes.length }).end(bytes),
	);
	server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
});
