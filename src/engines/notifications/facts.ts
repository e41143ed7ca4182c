// What happens to letters, for the log.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

/** Its subject is the letter. */
export const letterSentAgain = defineFact('notifications.letter.sent_again', 1, 'staff', z.object({}));
