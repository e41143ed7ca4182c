// The web server of a page process: the page cache and compression in front, SvelteKit's handler behind.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingFor, matchesTag, withVary } from '#platform/negotiation.ts';
import type { Config } from '#platform/server/config.ts';
import type { Installation } from '#platform/server/installation.ts';
import { root } from '#platform/server/root.ts';
import { type Asked, askedBy } from './forwarded.ts';
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
function stampRequest(request: IncomingMessage, { config }: Installation): Asked {
	const asked = askedBy({ peer: request.socket.remoteAddress, headers: request.headers }, config);
	request.headers['x-joussour-address'] = asked.address;
	request.headers['x-joussour-proto'] = new URL(config.origin).protocol.slice(0, -1);
	request.headers['x-joussour-host'] = asked.host;
	// Files packed beforehand are chosen by this line: it says what we understood of it.
	const encoding = encodingFor(request.headers['accept-encoding'], ['br', 'gzip']);
	if (encoding) request.headers['accept-encoding'] = encoding;
	else delete request.headers['accept-encoding'];
	return asked;
}

const packing = (request: IncomingMessage): 'br' | 'gzip' | null =>
	encodingFor(request.headers['accept-encoding'], ['br', 'gzip']);

function send(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
	const headers: Record<string, string | number> = {
		...page.headers,
		etag: page.etag,
		vary: withVary(page.headers['vary'], 'accept-encoding', 'cookie'),
	};
	if (matchesTag(request.headers['if-none-match'], page.etag)) {
		response.writeHead(304, headers).end();
		return;
	}
	const encoding = packing(request);
	const body = page[encoding ?? 'plain'];
	if (encoding) headers['content-encoding'] = encoding;
	headers['content-length'] = body.length;
	response.writeHead(200, headers).end(body);
}

const compressible = /^(text\/|application\/(json|xml|rss\+xml|feed\+json|problem\+json|javascript)|image\/svg)/;

/** Collects an answer so that it can be kept or compressed; streams (events, files) pass straight through. */
function collect(response: ServerResponse, headOnly: boolean, finish: (plain: Buffer) => void): void {
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
			// What has no body, or only a part of one, is not packed.
			![204, 206, 304].includes(response.statusCode)
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
		if (decide() === 'pass') {
			Object.assign(response, passes);
			if (!headOnly) return response.write(chunk, ...rest);
			// The head was all that was asked for: whoever writes waits until the answer closes, which is now.
			response.end();
			response.write = () => false;
			return false;
		}
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
	const vary = response.getHeader('vary');
	// What is for everybody and for ever does not depend on who asks.
	const shared = String(response.getHeader('cache-control') ?? '').includes('public');
	response.setHeader('vary', withVary(vary?.toString(), 'accept-encoding', ...(shared ? [] : ['cookie'])));
	const encoding = plain.length < 600 ? null : packing(request);
	const finish = (body: Buffer): void => {
		response.setHeader('content-length', body.length);
		response.end(body);
	};
	if (encoding === null) return finish(plain);
	const packed = (error: Error | null, body: Buffer): void => {
		if (error) return finish(plain);
		const etag = response.getHeader('etag')?.toString();
		// The same text in another form: alike, no longer the same byte for byte.
		if (etag && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
		response.setHeader('content-encoding', encoding);
		finish(body);
	};
	if (encoding === 'br') brotliCompress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, packed);
	else gzip(plain, packed);
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What is said on every answer, pages and files alike; answers true when the request is answered already. */
function meet(request: IncomingMessage, response: ServerResponse, asked: Asked, { origin }: Config): boolean {
	response.setHeader('x-content-type-options', 'nosniff');
	// Until an answer that was made to be shown elsewhere (feeds, their pictures) says otherwise.
	response.setHeader('cross-origin-resource-policy', 'same-origin');
	if (asked.scheme === 'https') response.setHeader('strict-transport-security', 'max-age=31536000');
	const refuse = (status: number, headers: Record<string, string> = {}): true => {
		response.writeHead(status, { 'content-length': 0, connection: 'close', ...headers }).end();
		return true;
	};
	if (!methods.includes(request.method ?? '')) return refuse(405, { allow: methods.join(', ') });
	// A packed body would have to be unpacked before it is measured: nobody who speaks to us needs it.
	const sent = request.headers['content-encoding'];
	if (sent && sent.toLowerCase() !== 'identity') return refuse(415, { 'accept-encoding': 'identity' });
	if (asked.tooPlain && (request.method === 'GET' || request.method === 'HEAD')) {
		response.writeHead(308, { location: origin + (request.url ?? '/'), 'content-length': 0 }).end();
		return true;
	}
	return false;
}

/** How long a reader may take (ms): for the head, for the whole request on a slow line, for one silence. */
const patience = {
	headersTimeout: 20_000,
	requestTimeout: 300_000,
	timeout: 120_000,
	connectionsCheckingInterval: 10_000,
};

/** Starts listening; answers the server and how to end it with its open streams. */
export async function serve(
	installation: Installation,
	waits: Partial<typeof patience> = {},
): Promise<{ server: Server; port: number; close: () => Promise<void> }> {
	prepareAdapter();
	const built = pathToFileURL(path.join(root, 'build', 'handler.js')).href;
	const { handler } = (await import(/* @vite-ignore */ built)) as { handler: Handler };
	const cache = new PageCache(installation.listener);
	const server = createServer({ ...patience, ...waits, maxHeaderSize: 32_768 }, (request, response) => {
		const asked = stampRequest(request, installation);
		if (meet(request, response, asked, installation.config)) return;
		// HEAD is GET without the body, which Node leaves out by itself: so everything before it is the same.
		const headOnly = request.method === 'HEAD';
		if (headOnly) request.method = 'GET';
		const readable = request.method === 'GET' && !request.headers.cookie && !request.headers.authorization;
		const address = `${String(request.headers['x-joussour-host'])}${request.url ?? ''}`;
		const hit = readable ? cache.get(address, Date.now()) : null;
		if (hit) return send(request, response, hit);
		const { generation } = cache;
		collect(response, headOnly, (plain) => {
			const tag = response.getHeader('x-joussour-cache');
			if (readable && typeof tag === 'string') {
				const page = cache.keep(address, generation, tag, headersOf(response), plain, Date.now());
				for (const name of response.getHeaderNames()) response.removeHeader(name);
				send(request, response, page);
			} else sendCompressed(request, response, plain);
		});
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
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
