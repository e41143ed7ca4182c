// Door of the tally: reading a .pb file and counting it. Plain data in, plain data out.
export type { Ballot, Election, Project, VoteType } from './election.ts';
export type { Oddity, OddityCode } from './oddities.ts';
export { type ReadElection, type Uncountable, type UncountableCode, pabulibReader } from './pabulib.ts';
export { type Rule, type Tally, tally } from './tally.ts';
export type { Why } from './why.ts';
