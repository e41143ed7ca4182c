// Door of the pictures people send.
export type { AcceptedImage } from './accept-image.ts';
export { acceptImage } from './accept-image.ts';
