// Door of the mail room.
export { forgetMail, listMail, mailOf, postLetter, sendMail, type Letter } from './mail.ts';
