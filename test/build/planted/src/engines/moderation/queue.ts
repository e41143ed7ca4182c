import { space } from '#foundations/spaces/index.ts';
export const queue = space;
