// expect boundaries(dependencies): an engine passes by a foundation's door
import { account } from '#foundations/accounts/account.ts';
export const y = account;
