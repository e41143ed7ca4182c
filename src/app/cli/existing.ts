// Commands that work on an installation want one that is there: a DATA_DIR typed wrongly must not become a new, empty one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '#platform/server/config.ts';

class Misplaced extends Error {
	override readonly name = 'Misplaced';
}

/** The settings, when they lead to an installation; throws with the place that was looked at. */
export function existing(config: Config): Config {
	if (config.databaseUrl || existsSync(path.join(config.dataDir, 'postgres'))) return config;
	throw new Misplaced(
		`There is no installation in ${config.dataDir}. Set DATA_DIR (or DATABASE_URL) to the one you mean; joussour start makes a new one.`,
	);
}
