// expect boundaries(dependencies): a module passes by an engine's door
import { flags } from '#engines/moderation/server/store.ts';
export const y = flags;
