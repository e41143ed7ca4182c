import { workPublished } from '#modules/publishing/facts.ts';
import { proposalSubmitted } from '#modules/participation/facts.ts';
import { surveyClosed } from '#modules/participation/surveys/facts.ts';
export const event = [workPublished, proposalSubmitted, surveyClosed];
