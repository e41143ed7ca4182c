// The key that makes an act unique to a person: the account, else the device.
import type { Actor } from '#platform/actor.ts';

/** Null for a guest whose device cannot be told apart from the next one. */
export function personKeyOf(actor: Actor, device: string | null): string | null {
	if (actor.kind === 'person' && actor.id) return `person:${actor.id}`;
	return device ? `device:${device}` : null;
}
