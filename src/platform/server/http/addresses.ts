// Which network addresses a request made for somebody may reach: public ones only.
import ipaddr from 'ipaddr.js';

/** True for an address of the public internet, whatever notation hides another one. */
export function isPublicAddress(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	let parsed = ipaddr.parse(address);
	if (parsed instanceof ipaddr.IPv6) {
		if (parsed.zoneId) return false;
		if (parsed.isIPv4MappedAddress()) parsed = parsed.toIPv4Address();
		// Global unicast is 2000::/3 (RFC 4291, IANA registry); the rest embeds, tunnels or stays local.
		else if (((parsed.parts[0] ?? 0) & 0xe000) !== 0x2000) return false;
	}
	return parsed.range() === 'unicast';
}

/** A host name that means this machine or its network by definition (RFC 6761, RFC 6762, RFC 8375, ICANN .internal). */
export function isLocalName(host: string): boolean {
	const name = host.replace(/\.+$/, '');
	return !name.includes('.') && !name.includes(':')
		? !ipaddr.isValid(name)
		: /\.(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/i.test(name);
}
