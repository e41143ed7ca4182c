import { modules } from '../modules.ts';
export const demo = modules;
