// Loads the demonstration into an empty installation; may be repeated and then changes nothing.
import type { Installation } from '#platform/server/installation.ts';
import { loadSeeds } from './seeds/load.ts';

export const loadDemonstration = (installation: Installation): Promise<void> => loadSeeds(installation);
