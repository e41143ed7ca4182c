import { works } from '../../src/modules/publishing/server/store.ts';
export const build = works;
