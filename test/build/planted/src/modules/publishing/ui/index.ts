export { default as WorkCard } from './WorkCard.svelte';
