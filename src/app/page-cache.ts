// The page cache: finished anonymous pages, kept compressed, emptied by facts before the next reader can see them old.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Listener } from '#platform/server/listen.ts';

export interface CachedPage {
	headers: Record<string, string>;
	plain: Buffer;
	br: Buffer;
	gzip: Buffer;
	etag: string;
	/** Space the page shows, or `*` for a page that shows many. */
	tag: string;
	until: number;
}

const mostBytes = 24_000_000;
/** Phases begin and days turn without a fact: no page is kept longer than this. */
const keptFor = 60_000;

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export class PageCache {
	readonly #pages = new Map<string, CachedPage>();
	readonly #listener: Listener;
	#bytes = 0;
	/** Rises at every emptying; a page drawn before is not kept after. */
	generation = 0;

	constructor(listener: Listener) {
		this.#listener = listener;
		listener.onNews((news) => {
			// Names of spaces and of people stand on pages of every space; a space without rules shows those of the one above.
			for (const fact of news)
				this.forget(/^(spaces|accounts|moderation\.rulebook)\./.test(fact.type) ? null : fact.spaceId);
		});
		listener.onGap(() => this.forget(null));
	}

	get(address: string, now: number): CachedPage | null {
		if (!this.#listener.hearing) return null;
		const page = this.#pages.get(address);
		if (!page) return null;
		if (page.until <= now) {
			this.#drop(address);
			return null;
		}
		return page;
	}

	/** Keeps a page drawn under a generation; answers it ready to send. */
	keep(
		address: string,
		generation: number,
		tag: string,
		headers: Record<string, string>,
		plain: Buffer,
		now: number,
	): CachedPage {
		// Weak: one tag for the page as it is and as it is packed.
		const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
		const page: CachedPage = {
			headers,
			plain,
			br: brotliCompressSync(plain, quality),
			gzip: gzipSync(plain),
			etag,
			tag,
			until: now + keptFor,
		};
		if (generation !== this.generation || !this.#listener.hearing) return page;
		this.#drop(address);
		this.#pages.set(address, page);
		this.#bytes += size(page);
		for (const oldest of this.#pages.keys()) {
			if (this.#bytes <= mostBytes) break;
			this.#drop(oldest);
		}
		return page;
	}

	/** Empties pages of a space and those that show many; null empties all. */
	forget(spaceId: string | null): void {
		this.generation++;
		for (const [address, page] of this.#pages)
			if (spaceId === null || page.tag === '*' || page.tag === spaceId) this.#drop(address);
	}

	#drop(address: string): void {
		const page = this.#pages.get(address);
		if (!page) return;
		this.#bytes -= size(page);
		this.#pages.delete(address);
	}
}

const size = (page: CachedPage): number => page.plain.length + page.br.length + page.gzip.length;
