import { workPublished } from '#modules/publishing/facts.ts';
import { proposal } from '../proposal.ts';
export const proposals = [workPublished, proposal];
