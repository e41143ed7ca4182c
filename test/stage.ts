// The stage of a journey: the running demonstration, seen as another process of it, and readers who are let in. After every
// test nobody has asked another host or broken the content policy, and everybody has left.
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Role } from '#foundations/spaces/index.ts';
import type { Installation } from '#platform/server/installation.ts';
import { builders } from './build.ts';
import { aReader, axeViolations, closeBrowser, keepPicture, type Reader } from './browser.ts';
import { attach, enter } from './world.ts';

export interface Way {
	locale: string;
	script: boolean;
	width?: number;
}
type Builders = ReturnType<typeof builders>;
type Person = Awaited<ReturnType<Builders['aPerson']>>;

export interface Stage {
	readonly url: string;
	/** From the first hook on. */
	readonly installation: Installation;
	readonly build: Builders;
	/** Somebody without an account. */
	reader(options: Partial<Way>): Promise<Reader>;
	/** Somebody who holds a role in a space, signed in. */
	somebody(role: Role, spaceId: string, way: Way, name?: string): Promise<Reader & { actor: Person }>;
}

/** Opens the stage before the tests of a file and closes it after them. */
export function aStage(): Stage {
	const { url, dataDir } = inject('demo');
	let opened: Awaited<ReturnType<typeof attach>>;
	let build: Builders;
	const readers: Reader[] = [];
	const reader: Stage['reader'] = async (options) => {
		const one = await aReader(url, options);
		readers.push(one);
		return one;
	};

	beforeAll(async () => {
		opened = await attach(url, dataDir);
		build = builders(opened);
	});
	afterEach(async () => {
		const all = readers.splice(0);
		for (const { context } of all) await context.close();
		expect(all.flatMap(({ foreign, complaints }) => [...foreign, ...complaints])).toEqual([]);
	});
	afterAll(async () => {
		await closeBrowser();
		await opened.stop();
	});

	return {
		url,
		get installation() {
			return opened;
		},
		get build() {
			return build;
		},
		reader,
		async somebody(role, spaceId, way, name) {
			const one = await reader(way);
			const actor = await build.aPerson([role], spaceId, { locale: way.locale, ...(name ? { name } : {}) });
			await enter(one.context, url, actor.id);
			return { ...one, actor };
		},
	};
}

/** Looks at a page with axe, on a wide screen and on a phone, where nothing may be wider than it; keeps both pictures. */
export async function look(reader: Reader, name: string): Promise<void> {
	// axe needs timers, which a page without scripts has not; the same pages are looked at with them.
	if (reader.scripts) expect(await axeViolations(reader.page)).toEqual([]);
	await keepPicture(reader.page, name);
	await reader.page.setViewportSize({ width: 360, height: 800 });
	expect(
		await reader.page.evaluate(() => document.documentElement.scrollWidth),
		'nothing is wider than the phone',
	).toBeLessThanOrEqual(360);
	await keepPicture(reader.page, `${name}-360`);
	await reader.page.setViewportSize({ width: 1280, height: 900 });
}
