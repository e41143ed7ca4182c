// expect boundaries(dependencies): a pure file builds queries
import type { Kysely } from 'kysely';
export type Y = Kysely<unknown>;
