import { fact } from '#platform/fact.ts';
export const workPublished = fact;
