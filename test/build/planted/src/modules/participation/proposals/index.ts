export { proposal } from './proposal.ts';
