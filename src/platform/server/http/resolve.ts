// Names to addresses, checked once and then pinned, so that what was checked is what is connected to.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { refuse } from '#platform/refusal.ts';
import { isLocalName, isPublicAddress } from './addresses.ts';

export interface Address {
	address: string;
	family: number;
}

/** Asks for all addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The checked addresses of a URL. Refuses `address.refused` for anything but http(s) to public addresses without
 * credentials; one private address among several is enough to refuse. `address.unreachable` when the name is unknown.
 * `privateHosts`: `host:port` pairs exempt from the check: servers of the operator's own network.
 */
export async function checkedAddresses(
	url: URL,
	resolve: Resolve,
	privateHosts: readonly string[],
): Promise<readonly Address[]> {
	if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') refuse('address.refused');
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	const exempt = privateHosts.includes(`${host}:${port}`);
	if (!exempt && isLocalName(host)) refuse('address.refused');
	const family = isIP(host);
	const addresses = family === 0 ? await resolveOrRefuse(host, resolve) : [{ address: host, family }];
	if (!exempt && !addresses.every(({ address }) => isPublicAddress(address))) refuse('address.refused');
	return addresses;
}

async function resolveOrRefuse(host: string, resolve: Resolve): Promise<readonly Address[]> {
	const found = await resolve(host).catch(() => []);
	return found.length > 0 ? found : refuse('address.unreachable', { host });
}

/** A lookup for the connection that knows only the checked addresses: a second answer of the name server is not heard. */
export function pinnedLookup(addresses: readonly Address[]): LookupFunction {
	return (_host, options, callback) => {
		const [first] = addresses;
		if (!first) callback(new Error('no address'), '', 0);
		else if (options.all) callback(null, [...addresses]);
		else callback(null, first.address, first.family);
	};
}
