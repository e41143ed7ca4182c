// One demonstration installation for all journeys: built pages, demonstration data, a running application.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { buildPages, runCommand, startApp } from '#test/app.ts';

declare module 'vitest' {
	interface ProvidedContext {
		demo: { url: string; dataDir: string };
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	buildPages();
	// The browser unpacks itself at the first call; two at once would collide.
	await sparticuz.executablePath();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-demo-'));
	runCommand(['demo'], { DATA_DIR: dataDir });
	const app = await startApp({ DATA_DIR: dataDir });
	project.provide('demo', { url: app.url, dataDir });
	return async () => {
		await app.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}
