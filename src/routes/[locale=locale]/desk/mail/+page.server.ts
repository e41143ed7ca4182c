// The outbox: mails in the order they were written, the text of those kept here because nothing sends them, and sending again.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { isId } from '#platform/ids.ts';
import { installation } from '#platform/server/installation.ts';
import { listMail } from '#platform/server/mail/index.ts';
import { sendLetterAgain } from '#engines/notifications/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { cutAtLinks } from '#app/mail-text.ts';
import type { Actions, PageServerLoad } from './$types';

const size = 50;

export const load: PageServerLoad = async ({ url }) => {
	const { config, db } = installation();
	const before = url.searchParams.get('before') ?? '';
	const mails = await listMail(db, size + 1, isId(before) ? before : undefined);
	const shown = mails.slice(0, size);
	return {
		page: new ServerOnly({
			sends: config.smtpUrl !== null,
			// A mail that left is its reader's; only what is kept can be read here.
			mails: shown.map(({ body, ...mail }) => ({
				...mail,
				parts: mail.state === 'kept' ? cutAtLinks(body, config.origin) : [],
			})),
			older: mails.length > size ? (shown.at(-1)?.id ?? null) : null,
			later: isId(before),
			again: url.searchParams.has('again'),
		}),
	};
};

export const actions = {
	again: (event) =>
		submit(event, sendLetterAgain, {
			form: 'again',
			read: (form) => ({ id: field(form, 'id') }),
			done: () => redirect(303, `/${event.locals.locale}/desk/mail?again`),
		}),
} satisfies Actions;
