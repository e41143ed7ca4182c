// Who says that the figures of a month were compared with the rows behind them.
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import type { Refusal } from '#platform/refusal.ts';
import { may } from '#foundations/spaces/index.ts';

export const mayCheckReport = (actor: Actor): Refusal | null =>
	actor.kind === 'person' && holds(actor, ...may.check) ? null : { code: 'access.denied' };
