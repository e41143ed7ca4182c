// expect boundaries(dependencies): the design system knows a product word
import { account } from '#foundations/accounts/index.ts';
export const y = account;
