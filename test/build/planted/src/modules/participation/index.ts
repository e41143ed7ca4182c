export { proposal } from './proposals/index.ts';
