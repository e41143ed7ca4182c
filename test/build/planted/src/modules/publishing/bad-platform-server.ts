// expect boundaries(dependencies): a pure file imports the platform's server
import { db } from '#platform/server/db.ts';
export const y = db;
