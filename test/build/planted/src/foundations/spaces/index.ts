export { space } from './space.ts';
