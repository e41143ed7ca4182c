// Who asked, through which proxy: what a proxy says is believed only when the proxy itself is one of ours.
import ipaddr from 'ipaddr.js';
import type { Config } from '#platform/server/config.ts';
import { isPublicAddress } from '#platform/server/http/index.ts';

export interface Asked {
	/** Address of the reader, as far as it can be believed. */
	address: string;
	scheme: 'http' | 'https';
	host: string;
	/** A proxy of ours says that the reader came over plain http to an installation that is served over https. */
	tooPlain: boolean;
}

interface Incoming {
	/** Address of the other end of the connection. */
	peer: string | undefined;
	headers: Readonly<Record<string, string | string[] | undefined>>;
}

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

function isOurs(address: string, proxies: readonly string[]): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	return proxies.some((proxy) => {
		if (proxy === 'private') return !isPublicAddress(address);
		if (!proxy.includes('/')) return ipaddr.process(proxy).toString() === parsed.toString();
		const [network, bits] = ipaddr.parseCIDR(proxy);
		return network.kind() === parsed.kind() && parsed.match(network, bits);
	});
}

const listOf = (value: string | string[] | undefined): string[] =>
	String(value ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

/**
 * The reader's address: the last one the nearest proxy added. Proxies that are listed by address are stepped over, so that
 * several may stand in a row; with `private` only the last is heard, for a reader may sit on a private network too.
 */
function readerOf(peer: string, chain: readonly string[], proxies: readonly string[]): string {
	const named = proxies.filter((proxy) => proxy !== 'private');
	const heard = chain.map(plain).toReversed();
	const first = heard.find((address) => !isOurs(address, named)) ?? heard.at(-1);
	return first !== undefined && ipaddr.isValid(first) ? first : peer;
}

/** What a request says about itself, with everything forged taken out. The host and scheme are the installation's own. */
export function askedBy(
	{ peer: socket, headers }: Incoming,
	{ origin, secure, trustProxy }: Pick<Config, 'origin' | 'secure' | 'trustProxy'>,
): Asked {
	const home = new URL(origin);
	const peer = plain(socket ?? '0.0.0.0');
	const behindProxy = trustProxy.length > 0;
	const believed = behindProxy && isOurs(peer, trustProxy);
	const over = believed ? listOf(headers['x-forwarded-proto']).at(-1)?.toLowerCase() : undefined;
	return {
		address: believed ? readerOf(peer, listOf(headers['x-forwarded-for']), trustProxy) : peer,
		scheme: secure && (behindProxy ? believed && over !== 'http' : true) ? 'https' : 'http',
		tooPlain: secure && over === 'http',
		host: secure || behindProxy ? home.host : String(headers.host ?? home.host),
	};
}
