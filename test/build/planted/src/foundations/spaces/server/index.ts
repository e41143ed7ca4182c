import { store } from '#foundations/accounts/server/index.ts';
export const spaces = store;
