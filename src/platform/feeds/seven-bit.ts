// Encodings that write other scripts in the bytes of ASCII: UTF-7 (RFC 2152), HZ (RFC 1843) and ISO 2022-KR (RFC 1557).

const sevenBit: ReadonlySet<string> = new Set(['utf-7', 'hz-gb-2312', 'iso-2022-kr']);
export const isSevenBit = (label: string): boolean => sevenBit.has(label);

const latin1 = (bytes: Uint8Array): string => {
	let text = '';
	for (let start = 0; start < bytes.length; start += 8192)
		text += String.fromCharCode(...bytes.subarray(start, start + 8192));
	return text;
};

/** `+2YU-` is م, `+-` is a plus sign. */
const utf7 = (text: string): string =>
	text.replace(/\+([A-Za-z\d+/]*)-?/g, (_, coded: string) => {
		if (coded === '') return '+';
		const bytes = atob(coded.slice(0, coded.length - (coded.length % 4 === 1 ? 1 : 0)));
		let found = '';
		for (let at = 0; at + 1 < bytes.length; at += 2)
			found += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
		return found;
	});

/** Pairs of seven-bit bytes, as the eight-bit encoding of the same characters reads them. */
const raised = (text: string, label: string): string =>
	new TextDecoder(label).decode(Uint8Array.from(text, (char) => char.charCodeAt(0) | 0x80));

const hz = (text: string): string =>
	text
		.replace(/~\{((?:(?!~\})[^])*)(?:~\})?/g, (_, coded: string) => raised(coded, 'gbk'))
		.replace(/~~/g, '~')
		.replace(/~\r?\n/g, '');

const korean = (text: string): string =>
	text
		.replace(/\u001b\$\)C\s?/g, '')
		.replace(/\u000e([^\u000f]*)\u000f?/g, (_, coded: string) => raised(coded, 'euc-kr'));

export function decodeSevenBit(bytes: Uint8Array, label: string): string {
	const text = latin1(bytes);
	if (label === 'utf-7') return utf7(text);
	return label === 'hz-gb-2312' ? hz(text) : korean(text);
}
