// Door of the mail room.
export {
	countMail,
	forgetMail,
	listMail,
	mailFailure,
	mailOf,
	postLetter,
	sendAgain,
	sendMail,
	type Letter,
} from './mail.ts';
export { blankSecrets, blankUsed } from './secrets.ts';
