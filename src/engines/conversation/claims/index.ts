// The door of claim matching: pure, usable from the command line alone.
export { addClaim, noClaims } from './claim-index.ts';
export type { Claim, ClaimIndex } from './claim-index.ts';
export { matchClaims } from './match.ts';
export type { Match } from './match.ts';
