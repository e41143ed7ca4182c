// expect boundaries(dependencies): participation is entered by its own door, not a noun's
import { proposal } from '#modules/participation/proposals/index.ts';
export const y = proposal;
