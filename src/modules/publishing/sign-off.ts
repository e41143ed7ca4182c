// Signing off: which words exactly a validator signs, who may, and whether a sign-off still holds.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';
import type { SharedFields } from './shared-fields.ts';
import type { State } from './work.ts';

export interface SignedText {
	locale: string;
	title: string;
	summary: string;
	body: string;
	shared: SharedFields;
}

/** What is hashed: each field as its length in bytes and its text, absent ones as `-`, a line each, in this order. */
export const canonicalText = ({ locale, title, summary, body, shared }: SignedText): string =>
	[locale, title, summary, body, shared.creditName, shared.creditUrl, shared.imageFile, shared.imageAlt]
		.map((field) => (field === null ? '-\n' : `${new TextEncoder().encode(field).length}:${field}\n`))
		.join('');

/** States in which a text is on its way to its readers, or with them. */
export const signable: readonly State[] = ['proposed', 'accepted', 'scheduled', 'published'];

interface Signable {
	state: State;
	authorId: string | null;
}

/** A validator signs what somebody else wrote. */
export function maySignOff(actor: Actor, version: Signable): Refusal | null {
	if (actor.kind !== 'person' || !holds(actor, ...may.sign_off)) return { code: 'access.denied' };
	if (actor.id === version.authorId) return { code: 'sign_off.own_text' };
	return signable.includes(version.state) ? null : { code: 'work.wrong_state', params: {} };
}

/** Refusing gives the text back to its author; what is public already is withdrawn by an editor instead. */
export const mayRefuseSignOff = (actor: Actor, version: Signable): Refusal | null =>
	maySignOff(actor, version) ?? (version.state === 'published' ? { code: 'work.wrong_state', params: {} } : null);

export interface SignOff {
	outcome: 'signed' | 'refused';
	/** SHA-256 of `canonicalText`, hexadecimal. */
	hash: string;
	reason: string | null;
	at: Date;
	by: string | null;
}

export type SignOffStanding = 'none' | 'signed' | 'refused' | 'changed';

/** What the sign-offs of a version, newest first, say of the text it has now. */
export function standingOf(signOffs: readonly Pick<SignOff, 'outcome' | 'hash'>[], hash: string): SignOffStanding {
	const latest = signOffs.find((one) => one.hash === hash);
	if (latest) return latest.outcome;
	return signOffs.some(({ outcome }) => outcome === 'signed') ? 'changed' : 'none';
}
