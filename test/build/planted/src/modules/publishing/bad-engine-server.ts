// expect boundaries(dependencies): a pure file enters by a server door
import { flags } from '#engines/moderation/server/index.ts';
export const y = flags;
