// Door of publishing's components: the parts of a work's page, for readers and at the desk.
export { default as CreditFields } from './CreditFields.svelte';
export { default as MoveButtons } from './MoveButtons.svelte';
export { default as ReviewHistory } from './ReviewHistory.svelte';
export { default as ShortLink } from './ShortLink.svelte';
export { default as SignOff } from './SignOff.svelte';
export { default as UnpublishedNote } from './UnpublishedNote.svelte';
export { default as VersionChips } from './VersionChips.svelte';
export { default as VersionForm } from './VersionForm.svelte';
export { default as WorkBody } from './WorkBody.svelte';
export { default as WorkHead } from './WorkHead.svelte';
export { default as WorkLanguages } from './WorkLanguages.svelte';
export { sharedIn } from './typed.ts';
