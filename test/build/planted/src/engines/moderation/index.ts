export { queue } from './queue.ts';
