// Door of the conversation components: a thread, complete, for any page that has one.
export { default as Thread } from './Thread.svelte';
export { default as Spoken } from './Spoken.svelte';
