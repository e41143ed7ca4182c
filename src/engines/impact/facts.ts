// What happens to reports, for followers.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

/** About a space: the month that begins on this day. */
export const reportChecked = defineFact('impact.report.checked', 1, 'staff', z.object({ from: z.string() }));
