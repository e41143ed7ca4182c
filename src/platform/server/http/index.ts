// Door of outgoing requests.
export { isPublicAddress } from './addresses.ts';
export type { Answer, GuardOptions } from './guarded-fetch.ts';
export { guardedFetch } from './guarded-fetch.ts';
export type { Address, Resolve } from './resolve.ts';
