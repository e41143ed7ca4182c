// What a fact says beside its sentence, as message keys: the role given, the decision taken, the reason of a flag.
import { isMessageKey, type MessageKey } from '#platform/i18n/index.ts';

interface FactLike {
	type: string;
	actorKind: string;
	origin: string;
	data: unknown;
}

const valueOf = (data: unknown, name: string): string | null => {
	const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
	return typeof value === 'string' ? value : null;
};

/** Of which values of a fact's data there are words, and under which keys. */
const said: Readonly<Record<string, readonly (readonly [value: string, keys: string])[]>> = {
	'moderation.case.opened': [['source', 'moderation.source']],
	'moderation.case.decided': [['outcome', 'moderation.outcome']],
	'moderation.case.closed': [['because', 'moderation.closed']],
	'moderation.subject.flagged': [['reason', 'flag']],
	'participation.proposal.answered': [['outcome', 'answer']],
	'spaces.member.invited': [['role', 'role']],
	'spaces.invitation.withdrawn': [['role', 'role']],
	'spaces.role.given': [['role', 'role']],
	'spaces.role.taken': [['role', 'role']],
};

/** Keys of what is said beside the sentence of a fact. */
export const aspectsOf = ({ type, data }: FactLike): MessageKey[] =>
	(said[type] ?? []).flatMap(([name, keys]) => {
		const key = `${keys}.${valueOf(data, name)}`;
		return isMessageKey(key) ? [key] : [];
	});

/** Who acted, where a kind alone would mislead: what screening held was not held by whoever wrote it. */
export function actorOf({ type, actorKind, data }: FactLike): 'person' | 'guest' | 'system' | 'screening' {
	if (type === 'moderation.case.opened' && valueOf(data, 'source') === 'screening') return 'screening';
	return actorKind === 'person' || actorKind === 'guest' ? actorKind : 'system';
}

/** The person a fact about a role or an account is about. */
export const personIn = ({ type, subject, data }: FactLike & { subject: string }): string | null =>
	type.startsWith('accounts.') && !type.startsWith('accounts.token.') ? subject : valueOf(data, 'personId');

/** Types of facts by room, in the order of their names. */
export function typesByRoom(keys: readonly string[]): { room: string; types: string[] }[] {
	const rooms = new Map<string, string[]>();
	for (const key of keys.toSorted()) {
		const [, room = '', ...rest] = key.split('.');
		rooms.set(room, [...(rooms.get(room) ?? []), `${room}.${rest.join('.')}`]);
	}
	return [...rooms].map(([room, types]) => ({ room, types }));
}
