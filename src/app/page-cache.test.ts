// Which pages a fact empties: those of its space and of many spaces, and every page for what spaces share.
import { expect, test } from 'vitest';
import type { Listener, News } from '#platform/server/listen.ts';
import { PageCache } from './page-cache.ts';

/** A cache with a page of the radio, one of the commune and one of the whole, and how facts reach it. */
function filled() {
	const heard: ((news: News[]) => void)[] = [];
	const listener: Listener = {
		hearing: true,
		onNews(told) {
			heard.push(told);
			return () => undefined;
		},
		onGap: () => () => undefined,
		stop: () => Promise.resolve(),
	};
	const cache = new PageCache(listener);
	for (const [address, tag] of Object.entries({ '/radio': 'radio', '/commune': 'commune', '/': '*' }))
		cache.keep(address, cache.generation, tag, {}, Buffer.from(address), 0);
	const tell = (type: string, spaceId: string) => {
		for (const told of heard) told([{ type, spaceId, subject: 'x', reach: 'public' }]);
		return ['/radio', '/commune', '/'].filter((address) => cache.get(address, 1) !== null);
	};
	return { cache, tell };
}

test.each([
	['publishing.version.published', 'radio', ['/commune']],
	['spaces.space.changed', 'radio', []],
	['accounts.person.renamed', 'radio', []],
	// A space without rules of its own shows those of the space above it.
	['moderation.rulebook.changed', 'network', []],
	['moderation.case.decided', 'network', ['/radio', '/commune']],
])('%s of %s leaves %j', (type, spaceId, left) => {
	expect(filled().tell(type, spaceId)).toEqual(left);
});

test('a page drawn before a fact came is not kept after it', () => {
	const { cache, tell } = filled();
	const drawn = cache.generation;
	tell('publishing.version.published', 'radio');
	cache.keep('/radio', drawn, 'radio', {}, Buffer.from('old'), 0);
	expect(cache.get('/radio', 1)).toBeNull();
});
