// The one way out: every request to an address given by people or by other servers goes through here.
import { Agent, fetch } from 'undici';
import { isRefused, refuse } from '#platform/refusal.ts';
import type { Resolve } from './resolve.ts';
import { checkedAddresses, pinnedLookup, systemResolve } from './resolve.ts';

export interface GuardOptions {
	/** Bytes of the decoded answer; default 10 million. */
	maxBytes?: number;
	/** For everything together: resolving, redirects, the whole answer. Default 10,000. */
	timeoutMs?: number;
	/** How many redirects are followed; default 5. */
	redirects?: number;
	accept?: string;
	/** What the last answer said, to get 304 when nothing changed. */
	etag?: string;
	lastModified?: string;
	/** `host:port` pairs that may be private: those the operator listed (FETCH_PRIVATE). */
	allowPrivate?: readonly string[];
	/** Tests only: instead of the system's name resolution. */
	resolve?: Resolve;
}

export interface Answer {
	/** 2xx, or 304 when `etag` or `lastModified` was given (then `bytes` is empty). */
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Where the answer came from, after redirects. */
	url: string;
	bytes: Uint8Array;
	etag: string | null;
	lastModified: string | null;
}

/**
 * GET an address on the public internet. Refuses `address.refused` (not http(s), credentials, not public),
 * `address.unreachable`, `answer.too_large`, `answer.too_slow`, `answer.too_many_hops`, `answer.status`.
 * Uses no proxy settings and sends no cookie; each redirect is checked like the first address.
 */
export async function guardedFetch(address: string | URL, options: GuardOptions = {}): Promise<Answer> {
	const { timeoutMs = 10_000, redirects = 5 } = options;
	const deadline = AbortSignal.timeout(timeoutMs);
	let url = parseAddress(address);
	for (let hop = 0; hop <= redirects; hop++) {
		const next = await oneHop(url, options, deadline);
		if (!(next instanceof URL)) return next;
		url = next;
	}
	return refuse('answer.too_many_hops', { host: url.hostname });
}

function parseAddress(address: string | URL, base?: URL): URL {
	const text = String(address);
	return URL.canParse(text, base) ? new URL(text, base) : refuse('address.refused');
}

/** The answer, or where it sends us. */
async function oneHop(url: URL, options: GuardOptions, deadline: AbortSignal): Promise<Answer | URL> {
	const host = url.hostname;
	const { resolve = systemResolve, allowPrivate = [] } = options;
	const addresses = await inTime(checkedAddresses(url, resolve, allowPrivate), deadline, host);
	const agent = new Agent({ connect: { lookup: pinnedLookup(addresses) }, pipelining: 0 });
	try {
		const response = await fetch(url, {
			dispatcher: agent,
			redirect: 'manual',
			signal: deadline,
			credentials: 'omit',
			headers: requestHeaders(options),
		});
		const location = response.headers.get('location');
		if ([301, 302, 303, 307, 308].includes(response.status) && location !== null) return parseAddress(location, url);
		const unchanged = response.status === 304 && (options.etag ?? options.lastModified) !== undefined;
		if (!response.ok && !unchanged) refuse('answer.status', { host, status: response.status });
		const bytes = await readCapped(response, options.maxBytes ?? 10_000_000, host);
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			url: url.href,
			bytes,
			etag: response.headers.get('etag'),
			lastModified: response.headers.get('last-modified'),
		};
	} catch (error) {
		if (isRefused(error)) throw error;
		return refuse(deadline.aborted ? 'answer.too_slow' : 'address.unreachable', { host });
	} finally {
		await agent.destroy();
	}
}

const requestHeaders = (options: GuardOptions): Record<string, string> => ({
	'user-agent': 'Joussour',
	accept: options.accept ?? '*/*',
	...(options.etag === undefined ? {} : { 'if-none-match': options.etag }),
	...(options.lastModified === undefined ? {} : { 'if-modified-since': options.lastModified }),
});

/** Name resolution cannot be cancelled, only no longer waited for. */
async function inTime<T>(work: Promise<T>, deadline: AbortSignal, host: string): Promise<T> {
	let stop = (): void => undefined;
	const late = new Promise<'late'>((resolve) => {
		stop = () => resolve('late');
		deadline.addEventListener('abort', stop, { once: true });
		if (deadline.aborted) stop();
	});
	try {
		const first = await Promise.race([work, late]);
		return first === 'late' ? refuse('answer.too_slow', { host }) : first;
	} finally {
		deadline.removeEventListener('abort', stop);
	}
}

/** Reads the body up to `maxBytes`, counted after decompression. */
async function readCapped(
	response: Awaited<ReturnType<typeof fetch>>,
	maxBytes: number,
	host: string,
): Promise<Uint8Array> {
	const tooLarge = (): never => refuse('answer.too_large', { host });
	const announced = Number(response.headers.get('content-length') ?? 0);
	if (announced > maxBytes) tooLarge();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.byteLength;
		if (length > maxBytes) tooLarge();
		chunks.push(chunk);
	}
	return new Uint8Array(Buffer.concat(chunks));
}
