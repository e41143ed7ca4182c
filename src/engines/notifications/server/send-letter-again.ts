// Puts a letter that failed back in the queue, by hand of an administrator.
import { z } from 'zod';
import { holds } from '#platform/actor.ts';
import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { sendAgain } from '#platform/server/mail/index.ts';
import { may } from '#foundations/spaces/index.ts';
import { letterSentAgain } from '../facts.ts';

export const sendLetterAgain = defineCommand({
	name: 'notifications.sendLetterAgain',
	about: 'Sends a letter again that could not be delivered.',
	input: z.object({ id: z.string() }),
	load: (_tx, { id }) => Promise.resolve(isId(id) ? id : refuse('mail.not_failed')),
	allow: (actor) => (holds(actor, ...may.administer) ? null : { code: 'access.denied' }),
	async run({ tx, loaded: id }) {
		await sendAgain(tx, id);
		return { result: {}, facts: [letterSentAgain(id, {})] };
	},
});
