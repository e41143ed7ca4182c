// `joussour demo`: loads the demonstration, beside a running application or alone.
import { readConfig } from '#platform/server/config.ts';
import { readSetting } from '#platform/server/settings.ts';
import { boot } from '../boot.ts';
import { countAll } from '../seeds/count.ts';
import { loadSeeds } from '../seeds/load.ts';
import { print } from './print.ts';

export const demo = {
	help: `
joussour demo
Loads the demonstration: a network of radios, a campaign and a commune with some months of life.
Only into an empty installation; repeated, it changes nothing, and completes a loading that was cut short.
Works beside a running application or without one; settings come from the environment as for start.
Its accounts open by one click to every visitor: never load it where real people are expected.`,
	takes: {},
	async run(): Promise<void> {
		const config = readConfig(process.env);
		const installation = await boot(config, { works: false });
		try {
			const there = (await readSetting(installation.db, 'demo')) === true;
			const begun = Date.now();
			await loadSeeds(installation);
			print(
				there
					? 'The demonstration is loaded already.'
					: `The demonstration is loaded (${((Date.now() - begun) / 1000).toFixed(1)} s).`,
			);
			for (const [name, n] of Object.entries(await countAll(installation.db)))
				print(`  ${name.padEnd(14)} ${String(n).padStart(6)}`);
			print(`Enter it at ${config.origin}/fr/sign-in once joussour start runs.`);
		} finally {
			await installation.stop();
		}
	},
};
