// expect boundaries(dependencies): the platform knows accounts
import { store } from '#foundations/accounts/server/index.ts';
export const y = store;
