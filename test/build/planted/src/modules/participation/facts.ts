export { proposalSubmitted } from './proposals/facts.ts';
