export { proposals } from './store.ts';
