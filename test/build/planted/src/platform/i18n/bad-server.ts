// expect boundaries(dependencies): a pure corner of the platform imports its server
import { db } from '../server/db.ts';
export const y = db;
