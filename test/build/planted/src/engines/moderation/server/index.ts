export { flags } from './store.ts';
