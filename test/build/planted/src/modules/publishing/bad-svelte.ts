// expect boundaries(dependencies): a pure file imports Svelte
import { mount } from 'svelte';
export const y = mount;
