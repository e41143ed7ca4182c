// The shapes by which rooms declare what a thread, a case, a notice or a search result can be about.
import type { Actor } from '#platform/actor.ts';
import type { Fact } from '#platform/fact.ts';
import type { Db, Tx } from './db.ts';

export interface SubjectView {
	id: string;
	spaceId: string;
	title: string;
	/** Language of the title. */
	locale: string;
	/** Address in the reader's language, without origin. */
	path: string;
	/** A shorter address that keeps leading there, without origin, for paper; kinds without one leave it out. */
	short?: string;
	/** Whether the public may see it now. */
	visible: boolean;
}

/** What a moderator needs to judge a text. */
export interface SubjectText {
	spaceId: string;
	locale: string;
	title: string | null;
	text: string;
	/** Where it takes place, as typed. */
	place?: string | null;
	author: { kind: 'person' | 'guest' | 'system'; id: string | null };
	state: string;
	/** The subject this one stands under, for context. */
	under: { kind: string; id: string } | null;
	at: Date;
}

/** Where a text stands that is still there. */
export type Standing = 'published' | 'held' | 'refused';

export interface SubjectKind {
	readonly kind: string;
	/** Titles and addresses of several subjects at once; ids that do not exist are left out. */
	describe(db: Db | Tx, ids: readonly string[], locale: string): Promise<SubjectView[]>;
	/** The persons with an account who made it: told when somebody speaks under it. */
	authors?(db: Db | Tx, id: string): Promise<readonly string[]>;
	/** Declared by kinds whose text can be held: reading it, and moving it in and out of sight. */
	readonly text?: {
		read(tx: Db | Tx, id: string): Promise<SubjectText | null>;
		/** Makes it stand so; what was withdrawn or erased stays away, and what stands so already tells nobody. */
		move(tx: Tx, id: string, to: Standing, now: Date): Promise<readonly Fact[]>;
		/** Newest texts of a space since an instant, of these authors or of anybody, to see repetition. */
		recent(
			tx: Tx,
			asked: { spaceId: string; since: Date; limit: number; authors?: readonly string[] },
		): Promise<{ id: string; text: string; authorId: string; at: Date }[]>;
		/** Everything an author left. */
		byAuthor(tx: Db | Tx, authorId: string | readonly string[]): Promise<{ id: string; state: string }[]>;
	};
}

export interface Look {
	spaceId: string;
	kind: string;
	id: string;
	text: string;
	locale: string;
	actor: Actor;
	/** Where a proposal takes place, which is shown as typed; the author's name the gate reads itself. */
	place?: string | null;
	/** Looked at before: what was found then is replaced by what is found now. */
	again?: boolean;
	now: Date;
}

/** Where texts come in and go out; moderation plugs itself in. */
export interface Gate {
	/** Looks at a text before it is shown. Held texts come with the facts of their case. */
	look(tx: Tx, look: Look): Promise<{ held: boolean; facts: readonly Fact[] }>;
	/** Told that an author took texts back: nothing about them waits any longer. */
	leave(tx: Tx, ids: readonly string[], now: Date): Promise<readonly Fact[]>;
}
