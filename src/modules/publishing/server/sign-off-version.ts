// A validator signs the exact text of a version off, or refuses to with a reason.
import { z } from 'zod';
import { idField, textField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { signOffGiven, signOffRefused } from '../facts.ts';
import { mayRefuseSignOff, maySignOff } from '../sign-off.ts';
import { addSignOff, hashOf } from './sign-offs.ts';
import { setState, takeVersion, type Version } from './store.ts';

/** `hash`: of the text that was read (publishing/sign-off.ts says of what); another one is never signed unread. */
const base = { versionId: idField, hash: z.string().min(64).max(64) };
async function loadText(tx: Tx, input: { versionId: string; hash: string }, call: { spaceId: string | null }) {
	const version = await takeVersion(tx, call.spaceId, input.versionId);
	return hashOf(version) === input.hash ? version : refuse('sign_off.text_changed');
}
const about = ({ workId, locale }: Version, hash: string) => ({ workId, locale, hash });

export const signOffVersion = defineCommand({
	name: 'publishing.signOffVersion',
	about: 'Signs off exactly the text whose hash is given; when the text changes, the sign-off no longer holds.',
	api: true,
	input: z.object(base),
	load: loadText,
	allow: (actor, version) => maySignOff(actor, version),
	async run({ tx, input: { hash }, loaded: version, actor, now }) {
		await addSignOff(tx, { versionId: version.id, by: actor.id, outcome: 'signed', hash, reason: null, now });
		return { result: {}, facts: [signOffGiven(version.id, about(version, hash))] };
	},
});

export const refuseSignOff = defineCommand({
	name: 'publishing.refuseSignOff',
	about: 'Refuses to sign off exactly the text whose hash is given, with a reason; it goes back to its author.',
	api: true,
	input: z.object({ ...base, reason: textField(5, 2_000) }),
	load: loadText,
	allow: (actor, version) => mayRefuseSignOff(actor, version),
	async run({ tx, input: { hash, reason }, loaded: version, actor, now }) {
		await addSignOff(tx, { versionId: version.id, by: actor.id, outcome: 'refused', hash, reason, now });
		await setState(tx, version, 'returned', now);
		return { result: {}, facts: [signOffRefused(version.id, about(version, hash))] };
	},
});
