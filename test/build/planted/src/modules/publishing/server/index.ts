export { works } from './store.ts';
