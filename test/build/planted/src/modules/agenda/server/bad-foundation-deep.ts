// expect boundaries(dependencies): a module passes by a foundation's door
import { store } from '#foundations/accounts/server/store.ts';
export const y = store;
