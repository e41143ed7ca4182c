import { account } from '#foundations/accounts/index.ts';
export const space = account;
