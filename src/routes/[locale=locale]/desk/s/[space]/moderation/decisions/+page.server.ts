// Decisions taken, newest first, each can be taken back within ten minutes; and cases that ended without one.
import { redirect } from '@sveltejs/kit';
import { isId } from '#platform/ids.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { undoMinutes } from '#engines/moderation/index.ts';
import {
	listClosed,
	listDecisions,
	openCaseAbout,
	showDecision,
	undoDecision,
} from '#engines/moderation/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { deskPath } from '#app/moderation-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { space, locale, now } = locals;
	const { db } = installation();
	const decisions = await listDecisions(db, space!.id, 100, locale);
	const undoable = (decision: (typeof decisions)[number]): boolean =>
		!decision.undone_at && now.getTime() - decision.at.getTime() <= undoMinutes * 60_000;
	return {
		page: new ServerOnly({
			path: deskPath(locale, space!),
			closed: await listClosed(db, space!.id, 50),
			decisions: decisions.map((decision) => ({ ...decision, undoable: undoable(decision) })),
		}),
	};
};

export const actions = {
	undo: (event) =>
		submit(event, undoDecision, {
			form: 'undo',
			read: (form) => ({ decisionId: field(form, 'decisionId') }),
			done: async (_result, form) => {
				const { space, locale } = event.locals;
				const { db } = installation();
				const id = field(form, 'decisionId');
				const decision = isId(id) ? await showDecision(db, space!.id, id) : null;
				const open = decision ? await openCaseAbout(db, space!.id, decision.subject_id) : null;
				return redirect(303, `${deskPath(locale, space!)}${open ? `/${open}` : ''}`);
			},
		}),
} satisfies Actions;
