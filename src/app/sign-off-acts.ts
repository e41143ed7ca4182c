// A validator's answers posted from the page of a work.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refuseSignOff, signOffVersion } from '#modules/publishing/server/index.ts';
import { field, submit } from './acts.ts';

const commands = { sign_off: signOffVersion, refuse_sign_off: refuseSignOff };

/** Signs the text in hand off, or refuses to with a reason, and says so. */
export const signOffAct = (act: keyof typeof commands) => (event: RequestEvent) =>
	submit(event, commands[act] as typeof refuseSignOff, {
		form: 'sign_off',
		read: (form) => ({ versionId: field(form, 'versionId'), hash: field(form, 'hash'), reason: field(form, 'reason') }),
		done: (_result, form) =>
			redirect(303, `${event.url.pathname}?language=${encodeURIComponent(field(form, 'language'))}&done=${act}`),
	});
