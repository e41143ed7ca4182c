// Door of the mail room.
export { countMail, forgetMail, listMail, mailOf, postLetter, sendMail, type Letter } from './mail.ts';
