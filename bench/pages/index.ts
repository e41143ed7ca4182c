// The figures of the first loop: weight of pages, processor time, cache, acts, memory, start.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildPages, databasePid, runCommand, startApp } from '../../test/app.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { actsAgainstBareRows } from './acts.ts';
import { cacheAgainstBareServer } from './cached.ts';
import { get, load } from './load.ts';
import { cpuOf, cpuOfAll, family, memoryOf } from './processes.ts';
import { weightOf } from './weight.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function pages(): Promise<Figure[]> {
	buildPages();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-bench-'));
	const figures: Figure[] = [];
	try {
		runCommand(['demo'], { DATA_DIR: dataDir });
		const startedAt = performance.now();
		const app = await startApp({ DATA_DIR: dataDir });
		await get(`${app.url}/fr`);
		figures.push(atMost('start to first page, second start', (performance.now() - startedAt) / 1000, 5, 's'));
		try {
			const database = family(databasePid(dataDir));
			await pause(8_000);
			figures.push(
				atMost(
					'resident memory, application and database, idle after the demonstration',
					memoryOf([app.pid, ...database]),
					350,
					'MB',
					`application ${Math.round(memoryOf([app.pid]))} MB`,
				),
			);
			const french = await weightOf(`${app.url}/fr`, 'fr');
			const arabic = await weightOf(`${app.url}/ar`, 'ar');
			figures.push(atMost('first visit, front page in French', french.first / 1000, 25, 'kB', french.parts));
			figures.push(atMost('first visit, front page in Arabic', arabic.first / 1000, 40, 'kB', arabic.parts));
			figures.push(atMost('second page', Math.max(french.second, arabic.second) / 1000, 10, 'kB'));
			// Until the code that runs is the code that stays: a server lives for months.
			await load((n) => `${app.url}/fr?warm=${n}`, 500, 8, { cookie: 'reader=1' });
			const spent = [];
			for (let round = 0; round < 5; round++) {
				const all = [app.pid, ...family(databasePid(dataDir))];
				const before = cpuOfAll(all);
				await load((n) => `${app.url}/fr?round=${round}&n=${n}`, 200, 8, { cookie: 'reader=1' });
				spent.push((cpuOfAll(all) - before) / 200);
			}
			figures.push(
				atMost(
					'processor time per front page, not cached, with its queries',
					spent.sort((a, b) => a - b)[2]!,
					5,
					'ms',
					`application and database together, median of 5 × 200`,
				),
			);
			figures.push(
				atLeast(
					'cached page against a bare server sending the same bytes',
					await cacheAgainstBareServer(`${app.url}/fr`, app.pid, cpuOf),
					0.5,
					'requests per processor second, median of 5 pairs',
				),
			);
		} finally {
			await app.stop();
		}
		figures.push(
			atLeast(
				'act through the runner against the same rows inserted bare',
				await actsAgainstBareRows(),
				0.4,
				'median of 5 pairs, one connection',
			),
		);
	} finally {
		await rm(dataDir, { recursive: true, force: true });
	}
	return figures;
}
