// Door of the pictures people send, and of those drawn from them.
export type { AcceptedImage } from './accept-image.ts';
export { acceptImage } from './accept-image.ts';
export { drawCard, type Ground } from './card.ts';
