// What happens to accounts, for followers.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

export const personErased = defineFact('accounts.person.erased', 1, 'staff', z.object({}));
export const tokenMade = defineFact('accounts.token.made', 1, 'actor', z.object({}));
export const tokenRevoked = defineFact('accounts.token.revoked', 1, 'actor', z.object({}));
export const profileChanged = defineFact('accounts.profile.changed', 1, 'actor', z.object({}));
