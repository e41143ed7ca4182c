// Reads a feed into its neutral form: bytes in, plain data out, whatever the format and however damaged.
import { refuse } from '#platform/refusal.ts';
import { decodeBytes } from './decode.ts';
import { joinUrl } from './join.ts';
import { type Neutral, neutral } from './neutral.ts';
import { readRaw } from './read-raw.ts';
import { withoutControls, withPlainBreaks } from './text.ts';
import { unpacked } from './unpack.ts';

/** Bytes that are read; of a longer file this much is, as if it had been cut there. */
export const maxFeedBytes = 64 * 1024 * 1024;

export interface Transport {
	/** Response headers; names in any case. Read: content-type, content-encoding, content-language, content-location, content-base. */
	headers?: Readonly<Record<string, string>>;
	/** The address the bytes came from. */
	url?: string;
}

/** Refuses `feed.unreadable` only where there is neither a feed nor a single entry. */
export function parseFeed(bytes: Uint8Array, { headers = {}, url = '' }: Transport = {}): Neutral {
	const said = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	const plain = unpacked(bytes.subarray(0, maxFeedBytes), said.get('content-encoding') ?? '', maxFeedBytes);
	const { text } = decodeBytes(plain, said.get('content-type'));
	const place = said.get('content-base') ?? said.get('content-location') ?? '';
	const { raw } = readRaw(withPlainBreaks(withoutControls(text)), {
		url: place.trim() === '' ? url : joinUrl(url, place),
		pageFirst: false,
		language: said.get('content-language')?.split(',')[0]?.trim().replace(/_/g, '-') || null,
	});
	return raw ? neutral(raw) : refuse('feed.unreadable');
}
