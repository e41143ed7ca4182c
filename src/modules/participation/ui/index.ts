// Door of participation's components.
export { default as AnswerNote } from './AnswerNote.svelte';
export { default as CommitmentFacts } from './CommitmentFacts.svelte';
export { default as CommitmentPanel } from './CommitmentPanel.svelte';
export { default as InLanguages } from './InLanguages.svelte';
export { default as KeptItem } from './KeptItem.svelte';
export { default as PhaseSteps } from './PhaseSteps.svelte';
export { default as ProgressList } from './ProgressList.svelte';
export { default as ProposalCard } from './ProposalCard.svelte';
export { default as SupportPanel } from './SupportPanel.svelte';
export { awaitedWords, phaseName, proposeWords, untilWords, wideArches } from './words.ts';
