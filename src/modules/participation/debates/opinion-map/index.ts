// The door of the opinion map: pure, usable from the command line alone.
export { adjustedRand } from './agreement.ts';
export { drawMap } from './draw.ts';
export type { Drawing, DrawingOptions } from './draw.ts';
export type { OpinionMap } from './tell.ts';
export { castVote, noVotes } from './votes.ts';
export type { Stance, Vote, VoteTable } from './votes.ts';
export { planted } from './planted.ts';
export type { Plan } from './planted.ts';
export { voteReader } from './read-votes.ts';
