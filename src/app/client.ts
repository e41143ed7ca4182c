// Who a limit counts against: the account, else the device, else the neighbourhood of addresses.
import type { RequestEvent } from '@sveltejs/kit';
import ipaddr from 'ipaddr.js';
import { installation } from '#platform/server/installation.ts';
import { limit, limitActs } from '#platform/server/rate-limit.ts';

/**
 * The neighbourhood of an address: IPv4 /24, IPv6 /48. A café, a school or a carrier's gateway is one neighbourhood. In
 * IPv6 a single line is given a /64, a /56 or, by some providers to anybody who asks, a /48: a narrower cut would hand a
 * script 256 neighbourhoods or more, and a carrier's /48 holds no more handsets than one of its IPv4 gateways.
 */
export function shortenAddress(address: string): string {
	if (!ipaddr.isValid(address)) return address;
	const parsed = ipaddr.process(address);
	if (parsed instanceof ipaddr.IPv4) return `${parsed.octets.slice(0, 3).join('.')}.0`;
	const groups = parsed.parts.slice(0, 3).map((part) => part.toString(16));
	return `${groups.join(':')}::`;
}

/** The whole address, only ever to be hashed or shortened. */
export function fullAddressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unknown';
	}
}

export const addressOf = (event: Pick<RequestEvent, 'getClientAddress'>): string =>
	shortenAddress(fullAddressOf(event));

/** The account or device that asks; null for a reader who has neither. */
export function knownClientOf({ locals: { person, device } }: Pick<RequestEvent, 'locals'>): string | null {
	if (person) return `person:${person.personId}`;
	return device ? `device:${device}` : null;
}

export function clientOf(event: RequestEvent): string {
	const known = knownClientOf(event);
	if (known) return known;
	return `address:${addressOf(event)}:${event.request.headers.get('user-agent') ?? ''}`.slice(0, 200);
}

/** Counts a request that wants to act against its client. */
export const countRequest = (event: RequestEvent): Promise<void> => limitActs(installation().pool, clientOf(event));

/** Counts an act about to be done by a guest against the neighbourhood; persons count for themselves alone. */
export async function countGuestAct(event: RequestEvent): Promise<void> {
	if (!event.locals.person) await limit(installation().pool, 'guest_acts', addressOf(event));
}
