// Door of publishing's components: the parts of a work's page.
export { default as ShortLink } from './ShortLink.svelte';
export { default as UnpublishedNote } from './UnpublishedNote.svelte';
export { default as WorkHead } from './WorkHead.svelte';
export { default as WorkLanguages } from './WorkLanguages.svelte';
