// The types of what the pages of participation show.
export type { Kept, Participate } from '#app/participation.ts';
