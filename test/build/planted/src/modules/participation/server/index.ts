import { proposals } from '../proposals/server/index.ts';
export const participation = [proposals];
