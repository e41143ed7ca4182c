import { fact } from '#platform/fact.ts';
export const account = fact;
