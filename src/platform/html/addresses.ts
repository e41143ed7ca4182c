// Which addresses a link and a picture may have. Judged by the same URL rules as a browser's.

const here = 'https://here.invalid';

function parse(address: string): URL | null {
	try {
		return new URL(address, here);
	} catch {
		return null;
	}
}

const startsWithHost = (address: string): boolean => /^[\\/\s]*[\\/]{2}/.test(address);

/** A link may lead to http, https, mailto or tel, or stay within this installation. */
export function mayLink(address: string): boolean {
	const url = parse(address);
	if (!url || startsWithHost(address)) return false;
	return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) && url.username === '' && url.password === '';
}

/** A picture comes from this installation (a path) or over https. */
export function mayShow(address: string): boolean {
	const url = parse(address);
	if (!url || address.trim() === '' || startsWithHost(address)) return false;
	if (/^\s*https:\/\//i.test(address)) return url.protocol === 'https:' && url.username === '' && url.password === '';
	return url.origin === here && !/^\s*[a-z][a-z\d+.-]*:/i.test(address);
}
