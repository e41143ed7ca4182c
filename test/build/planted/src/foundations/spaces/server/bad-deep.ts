// expect boundaries(dependencies): a foundation passes by the other's door
import { store } from '../../accounts/server/store.ts';
export const y = store;
