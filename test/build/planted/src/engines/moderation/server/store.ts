import { spaces } from '#foundations/spaces/server/index.ts';
export const flags = spaces;
