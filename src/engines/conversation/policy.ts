// Who speaks in the name of a space, and who says that a contribution needs no answer.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';

export const maySpeakForSpace = (actor: Actor): Refusal | null =>
	actor.kind === 'person' && holds(actor, ...may.speak) ? null : { code: 'access.denied' };
