// Who may do each act of the API, for its documentation. What decides is the command's own policy; a test holds this table complete.
import { may, type Role } from '#foundations/spaces/index.ts';

export type WhoMay =
	/** Everybody, also without a token where the space lets guests in. */
	| { who: 'guests' }
	/** Whoever made the thing. */
	| { who: 'author' }
	/** Holders of one of the roles in the space; with `author`, also whoever made the thing. */
	| { who: 'roles'; roles: readonly Role[]; author?: true };

const guests: WhoMay = { who: 'guests' };
const author: WhoMay = { who: 'author' };
const roles = (held: readonly Role[]): WhoMay => ({ who: 'roles', roles: held });
const review = roles(may.review);

export const whoMay: Readonly<Record<string, WhoMay>> = {
	'conversation.contribute': guests,
	'conversation.editContribution': author,
	'conversation.withdrawContribution': author,
	'conversation.setContributionAside': roles(may.speak),
	'moderation.flagSubject': guests,
	'moderation.decideCase': roles(may.moderate),
	'moderation.undoDecision': roles(may.moderate),
	'moderation.appealDecision': author,
	'publishing.draftWork': roles(may.write),
	'publishing.addLanguage': roles(may.write),
	'publishing.saveVersion': { who: 'roles', roles: may.review, author: true },
	'publishing.proposeVersion': { who: 'roles', roles: may.review, author: true },
	'publishing.takeBackVersion': author,
	'publishing.discardVersion': { who: 'roles', roles: may.review, author: true },
	'publishing.returnVersion': review,
	'publishing.acceptVersion': review,
	'publishing.scheduleVersion': review,
	'publishing.publishVersion': review,
	'publishing.withdrawVersion': review,
	'publishing.signOffVersion': roles(may.sign_off),
	'publishing.refuseSignOff': roles(may.sign_off),
	'impact.checkReport': roles(may.check),
	'participation.saveProcess': roles(may.answer),
	'participation.submitProposal': guests,
	'participation.editProposal': author,
	'participation.withdrawProposal': author,
	'participation.supportProposal': guests,
	'participation.withdrawSupport': guests,
	'participation.answerProposal': roles(may.answer),
	'participation.reviseAnswer': roles(may.answer),
	'participation.reportProgress': roles(may.answer),
	'participation.reviseCommitment': roles(may.answer),
};

/** The same in one English sentence, for the machine-readable document. */
export function whoMayInEnglish(entry: WhoMay | undefined): string {
	if (!entry) return 'Whoever the policy of the act allows.';
	if (entry.who === 'guests') return 'Everybody; without a token where the space lets guests in.';
	if (entry.who === 'author') return 'Whoever made it.';
	return `${entry.author ? 'Its author, and h' : 'H'}olders of a role in the space: ${entry.roles.join(', ')}.`;
}
