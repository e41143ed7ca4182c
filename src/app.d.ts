// What every request carries.
import type { Actor } from '#platform/actor.ts';
import type { Formats, Locale, Translator } from '#platform/i18n/index.ts';
import type { SignedIn } from '#foundations/accounts/server/index.ts';
import type { Role, Space } from '#foundations/spaces/index.ts';
import type { SpaceTree } from '#foundations/spaces/server/index.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			t: Translator;
			f: Formats;
			now: Date;
			tree: SpaceTree;
			/** The space of the address; the root portal where none is named. Null only before the set-up. */
			space: Space | null;
			person: SignedIn | null;
			/** The person or guest, with the roles held in `space`. */
			actor: Actor;
			/** Roles of the person by space. */
			roles: ReadonlyMap<string, readonly Role[]>;
			/** Keyed hash of this device's cookie, when it has one. */
			device: string | null;
			/** A demonstration installation offers one-click entry. */
			demo: boolean;
		}
		interface Error {
			message: string;
			/** Refusal code, the key of a sentence. */
			code?: string;
		}
	}
}
