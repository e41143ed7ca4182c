// expect boundaries(dependencies): an engine knows another engine
import { queue } from '#engines/moderation/index.ts';
export const y = queue;
