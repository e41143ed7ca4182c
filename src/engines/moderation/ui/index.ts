// Door of the moderation components: a marked text, the reasons a case stands, one line of a queue.
export { default as CaseItem } from './CaseItem.svelte';
export { default as Marked } from './Marked.svelte';
export { default as Reasons } from './Reasons.svelte';
