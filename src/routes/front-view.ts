// The type of what a front page shows.
import type { frontOf, sideOf } from '#app/front.ts';
import type { Space } from '#foundations/spaces/index.ts';

export type FrontView = Awaited<ReturnType<typeof frontOf>> & Awaited<ReturnType<typeof sideOf>> & { space: Space };
