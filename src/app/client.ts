// Who a limit counts against: the account, else the device, else the shortened address.
import type { RequestEvent } from '@sveltejs/kit';

/** An address without its last part (IPv4 /24, IPv6 /48): whole households and schools look alike. */
export function shortenAddress(address: string): string {
	if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}::`;
	return `${address.split('.').slice(0, 3).join('.')}.0`;
}

export function addressOf(event: RequestEvent): string {
	try {
		return shortenAddress(event.getClientAddress());
	} catch {
		return 'unknown';
	}
}

export function clientOf(event: RequestEvent): string {
	const { person, device } = event.locals;
	if (person) return `person:${person.personId}`;
	if (device) return `device:${device}`;
	return `address:${addressOf(event)}:${event.request.headers.get('user-agent') ?? ''}`.slice(0, 200);
}
