// What screening watches in a space: the starting list or parts of it, how many links, which sites are its own.

export interface ScreeningSetting {
	defaultWords: boolean;
	/** Patterns of the starting list that are not watched here. */
	exempt: readonly string[];
	/** Links to other sites let through in one text. */
	links: number;
	/** The same in the first text of somebody without an account. */
	linksFirst: number;
	/** Sites of the space's own; in a network those of every space are known to all. */
	hosts: readonly string[];
}

export const startingSetting: ScreeningSetting = { defaultWords: true, exempt: [], links: 2, linksFirst: 1, hosts: [] };

const shape = /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,62}$/u;

/** The site of a line as people type it: an address or a bare name, in lower case without "www."; null when it is none. */
export function hostOf(line: string): string | null {
	const address = line.trim();
	const url = URL.parse(/^https?:\/\//iu.test(address) ? address : `https://${address}`);
	const host = url?.hostname.toLowerCase().replace(/^www\./u, '') ?? '';
	return shape.test(host) ? host : null;
}
