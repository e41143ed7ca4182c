// The type of what a front page shows.
import type { frontOf } from '#app/front.ts';

export type FrontView = Awaited<ReturnType<typeof frontOf>>;
