// The web server of a page process: the page cache and compression in front, SvelteKit's handler behind.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompress, constants } from 'node:zlib';
import type { Installation } from '#platform/server/installation.ts';
import { root } from '#platform/server/root.ts';
import { type CachedPage, PageCache } from './page-cache.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Kit's adapter reads these when it is loaded: set from our own settings, never from the outside. */
function prepareAdapter(): void {
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-joussour-proto',
		HOST_HEADER: 'x-joussour-host',
		ADDRESS_HEADER: 'x-joussour-address',
		BODY_SIZE_LIMIT: '22M',
	});
	for (const name of ['ORIGIN', 'XFF_DEPTH', 'PORT_HEADER']) delete process.env[name];
}

/** Replaces what clients may claim about themselves by what we know. */
function stampRequest(request: IncomingMessage, { config }: Installation): void {
	const origin = new URL(config.origin);
	const forwarded = config.trustProxy
		? String(request.headers['x-forwarded-for'] ?? '')
				.split(',')
				.at(-1)
				?.trim()
		: '';
	request.headers['x-joussour-address'] =
		forwarded || (request.socket.remoteAddress ?? '0.0.0.0').replace(/^::ffff:/, '');
	request.headers['x-joussour-proto'] = origin.protocol.slice(0, -1);
	request.headers['x-joussour-host'] =
		config.secure || config.trustProxy ? origin.host : (request.headers.host ?? origin.host);
}

function send(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
	const accepts = String(request.headers['accept-encoding'] ?? '');
	const headers: Record<string, string | number> = {
		...page.headers,
		etag: page.etag,
		vary: 'accept-encoding, cookie',
	};
	if (request.headers['if-none-match'] === page.etag) {
		response.writeHead(304, headers).end();
		return;
	}
	const [body, encoding] = accepts.includes('br')
		? [page.br, 'br']
		: accepts.includes('gzip')
			? [page.gzip, 'gzip']
			: [page.plain, null];
	if (encoding) headers['content-encoding'] = encoding;
	headers['content-length'] = body.length;
	response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
}

const compressible = /^(text\/|application\/(json|xml|rss\+xml|feed\+json|problem\+json|javascript)|image\/svg)/;

/** Collects an answer so that it can be kept or compressed; streams (events, files) pass straight through. */
function collect(request: IncomingMessage, response: ServerResponse, finish: (plain: Buffer) => void): void {
	const parts: Buffer[] = [];
	const passes = {
		write: response.write.bind(response),
		end: response.end.bind(response),
		writeHead: response.writeHead.bind(response),
	};
	let decided: 'collect' | 'pass' | null = null;
	const decide = (): 'collect' | 'pass' => {
		const type = String(response.getHeader('content-type') ?? '');
		decided ??=
			compressible.test(type) &&
			!type.startsWith('text/event-stream') &&
			!response.getHeader('content-encoding') &&
			response.statusCode !== 304
				? 'collect'
				: 'pass';
		return decided;
	};
	// Kit fixes the head before the body: kept back until the first bytes, since what follows still changes it.
	response.writeHead = ((status: number, headers?: Record<string, string | number | string[]>) => {
		response.statusCode = status;
		for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
		return response;
	}) as typeof response.writeHead;
	response.write = ((chunk: Uint8Array | string, ...rest: never[]) => {
		if (decide() === 'pass') return Object.assign(response, passes).write(chunk, ...rest);
		parts.push(Buffer.from(chunk as Uint8Array));
		return true;
	}) as typeof response.write;
	response.end = ((chunk?: Uint8Array | string | (() => void), ...rest: never[]) => {
		if (decide() === 'pass') return Object.assign(response, passes).end(chunk as Uint8Array, ...rest);
		if (chunk && typeof chunk !== 'function') parts.push(Buffer.from(chunk as Uint8Array));
		Object.assign(response, passes);
		finish(Buffer.concat(parts));
		return response;
	}) as typeof response.end;
	void request;
}

function headersOf(response: ServerResponse): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(response.getHeaders()))
		if (
			value !== undefined &&
			!['x-joussour-cache', 'content-length', 'etag', 'transfer-encoding', 'connection', 'keep-alive', 'date'].includes(
				name,
			)
		)
			kept[name] = String(value);
	return kept;
}

function sendCompressed(request: IncomingMessage, response: ServerResponse, plain: Buffer): void {
	response.removeHeader('x-joussour-cache');
	response.setHeader('vary', 'accept-encoding, cookie');
	if (plain.length < 600 || !String(request.headers['accept-encoding'] ?? '').includes('br')) {
		response.setHeader('content-length', plain.length);
		response.end(request.method === 'HEAD' ? undefined : plain);
		return;
	}
	brotliCompress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, (error, body) => {
		if (!error) response.setHeader('content-encoding', 'br');
		response.setHeader('content-length', (error ? plain : body).length);
		response.end(request.method === 'HEAD' ? undefined : error ? plain : body);
	});
}

/** Starts listening; answers the server and how to end it with its open streams. */
export async function serve(
	installation: Installation,
): Promise<{ server: Server; port: number; close: () => Promise<void> }> {
	prepareAdapter();
	const built = pathToFileURL(path.join(root, 'build', 'handler.js')).href;
	const { handler } = (await import(/* @vite-ignore */ built)) as { handler: Handler };
	const cache = new PageCache(installation.listener);
	const server = createServer(
		{ requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 32_768 },
		(request, response) => {
			stampRequest(request, installation);
			const readable =
				(request.method === 'GET' || request.method === 'HEAD') &&
				!request.headers.cookie &&
				!request.headers.authorization;
			const address = `${String(request.headers['x-joussour-host'])}${request.url ?? ''}`;
			const hit = readable ? cache.get(address, Date.now()) : null;
			if (hit) return send(request, response, hit);
			const { generation } = cache;
			collect(request, response, (plain) => {
				const tag = response.getHeader('x-joussour-cache');
				if (readable && typeof tag === 'string' && request.method === 'GET') {
					const page = cache.keep(address, generation, tag, headersOf(response), plain, Date.now());
					for (const name of response.getHeaderNames()) response.removeHeader(name);
					send(request, response, page);
				} else sendCompressed(request, response, plain);
			});
			handler(request, response, () => {
				response.statusCode = 404;
				response.end();
			});
		},
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(installation.config.port, installation.config.host, resolve);
	});
	const bound = server.address();
	return {
		server,
		port: typeof bound === 'object' && bound ? bound.port : installation.config.port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
				setTimeout(() => server.closeAllConnections(), 1_000).unref();
			}),
	};
}
