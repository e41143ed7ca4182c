import { work } from '../work.ts';
export const card = $state(work);
