// What a room declares once, at its door, so that engines notify, count, search, export and erase without knowing it.
import type { z } from 'zod';
import type { Fact, Recorded } from '#platform/fact.ts';
import type { Locale } from '#platform/i18n/index.ts';
import type { Follower } from './activity/index.ts';
import type { Command } from './commands/index.ts';
import type { Db, Tx } from './db.ts';
import type { Job } from './jobs/index.ts';
import type { Query } from './queries.ts';
import type { SubjectKind } from './subject-kinds.ts';

/** A command whose types are known only to its own room. */
export type AnyCommand = Command<z.ZodType, unknown, unknown>;
export const anyCommand = <Schema extends z.ZodType, Loaded, Result>(
	command: Command<Schema, Loaded, Result>,
): AnyCommand => command as unknown as AnyCommand;

/** Tells somebody of a fact. `key` is the message key of the sentence; recipients are person ids. */
export interface NoticeRule {
	fact: string;
	key: string;
	/** `thread`: what the thread of the fact stands under. */
	subjectKind: string;
	/** Once a subject and reader, however often the fact comes: a text published again is not news again. */
	once?: boolean;
	/** While the reader has not seen the last notice of this kind about this subject, there is no other one. */
	gathered?: boolean;
	/** Also by mail; `first`: not while the last notice of this kind about this subject is unseen. */
	mail?: boolean | 'first';
	recipients(tx: Tx, fact: Recorded): Promise<readonly string[]>;
}

/** A figure counted from facts. Definitions are message keys `indicator.<name>.label` and `.definition`. */
export interface IndicatorRule {
	name: string;
	/** Adds to the day's counter; `part` disaggregates (a role, a language). */
	counts: readonly { fact: string; part?: (fact: Recorded) => string; by?: (fact: Recorded) => number }[];
	/** Adds a value to the period's samples, for medians. Unit: hours. */
	samples?: readonly { fact: string; value: (fact: Recorded) => number | null }[];
	deadline?: DeadlineRule;
}

/** What must happen to a thing within the days its space gives itself for an answer: the facts of its course. */
export interface DeadlineRule {
	begins: string;
	ends: string;
	/** It is awaited from here until it goes again. */
	appears: string;
	goes: readonly string[];
	inTime: (end: Recorded) => boolean;
	/** The due day that held at its end; null when the fact does not tell. */
	dueOn: (end: Recorded) => string | null;
}

/** What a room holds about a person: how it is handed over and how it is forgotten. */
export interface PersonalData {
	export(db: Db, personId: string): Promise<Record<string, unknown>>;
	/** Answers what else happened by it, for the log. */
	erase(tx: Tx, personId: string, now: Date): Promise<readonly Fact[] | void>;
}

/** How many things of one kind wait in one space, whether or not each is listed. */
export interface WaitingCount {
	/** The second part of their keys: `version`, `case`, `answer`, `commitment`. */
	kind: string;
	spaceId: string;
	/** The desk's page that lists them all, without the language. */
	list: string;
	count: number;
	late: number;
}

/** What waits: the oldest first, no more than a page bears, and the counts of everything. */
export interface Waits {
	items: readonly Waiting[];
	counts: readonly WaitingCount[];
}

/** What several lists hold, as one. */
export const joinWaits = (lists: readonly Waits[]): Waits => ({
	items: lists.flatMap(({ items }) => items),
	counts: lists.flatMap(({ counts }) => counts),
});

/** One thing that waits for a member of staff. */
export interface Waiting {
	/** As in `WaitingCount`. */
	list: string;
	key: string;
	params?: Record<string, string | number>;
	title: string;
	locale: string;
	path: string;
	since: Date;
	/** When it is over, for what can be done only until then. */
	until?: Date;
	late: boolean;
	spaceId: string;
}

export interface Room {
	readonly name: string;
	readonly commands?: readonly AnyCommand[];
	readonly queries?: readonly Query[];
	readonly jobs?: readonly Job[];
	readonly followers?: readonly Follower[];
	readonly notices?: readonly NoticeRule[];
	readonly indicators?: readonly IndicatorRule[];
	readonly subjects?: readonly SubjectKind[];
	readonly personal?: PersonalData;
	/** The stored files its rows refer to; what no room refers to is let go of. */
	files?(db: Db | Tx): Promise<readonly string[]>;
	/**
	 * What waits for a person who holds these roles in these spaces: the oldest, and how many there are in all. What has a
	 * title in several languages stands in the reader's, where it has one.
	 */
	waiting?(
		db: Db,
		personId: string,
		roles: ReadonlyMap<string, readonly string[]>,
		now: Date,
		locale: Locale,
	): Promise<Waits>;
}
