// Door of accounts: who somebody is, and how they come in.
import { anyCommand, type Room } from '#platform/server/room.ts';
import { changeProfile } from './change-profile.ts';
import { accountData, erasePerson } from './erase-person.ts';
import { makeToken, revokeToken } from './tokens.ts';

export * from './sign-in.ts';
export { deviceIn, deviceKey, newDevice } from './devices.ts';
export { namedPeople } from './name-sql.ts';
export {
	addGuest,
	forgetGuest,
	guestsAlike,
	guestSince,
	issueReceipt,
	namesOf,
	receiptOf,
	type Receipt,
} from './guests.ts';
export { listSessions } from './list-sessions.ts';
export { listTokens, makeToken, personOfToken, revokeToken } from './tokens.ts';
export { erasePerson, exportPerson } from './erase-person.ts';
export { changeProfile } from './change-profile.ts';
export { hashPassword } from './passwords.ts';
export { addPerson, forgetExpired, namesAndLocales } from './persons.ts';

export const accounts: Room = {
	name: 'accounts',
	commands: [anyCommand(makeToken), anyCommand(revokeToken), anyCommand(erasePerson), anyCommand(changeProfile)],
	personal: accountData,
};
