// Tables of rules, watched words, flags, cases, decisions and appeals.
import type { JSONColumnType } from 'kysely';
import type { Standing } from '#platform/server/subjects.ts';
import type { Because } from '../because.ts';

export interface RuleText {
	title: string;
	text: string;
	/** The sentence an author reads first when this rule is the reason. */
	template: string;
}

interface RuleTable {
	id: string;
	space_id: string;
	number: number;
	texts: JSONColumnType<Record<string, RuleText>>;
	since: Date;
	retired_at: Date | null;
}

interface FlagTable {
	id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	by_kind: string;
	by_id: string;
	reason: string;
	text: string;
	at: Date;
}

export type CaseSource = 'screening' | 'flag' | 'appeal';
/** Closed: the text went before anybody decided, and nothing is left to decide. */
export type CaseState = 'open' | 'decided' | 'closed';
export type ClosedBecause = 'withdrawn' | 'erased';

interface CaseTable {
	id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	source: CaseSource;
	because: JSONColumnType<Because[]>;
	state: CaseState;
	opened_at: Date;
	decided_at: Date | null;
	not_by: string | null;
	/** When its text first waited: the queue's order. Null in rows of older programs: as old as its opening. */
	since: Date | null;
	/** When it came back, by an appeal or because a decision was taken back. */
	reopened_at: Date | null;
	closed_at: Date | null;
	closed_because: ClosedBecause | null;
}

interface DecisionTable {
	id: string;
	case_id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	outcome: 'publish' | 'refuse';
	rule_id: string | null;
	sentence: string | null;
	sentence_locale: string | null;
	by_person: string | null;
	at: Date;
	undone_at: Date | null;
	undone_by: string | null;
	/** Where the text stood before the decision; null in rows of older programs. */
	state_before: Standing | null;
}

interface ScreeningSettingTable {
	space_id: string;
	default_words: boolean;
	/** Patterns of the starting list that are not watched here. */
	exempt: JSONColumnType<string[]>;
	/** Links to other sites let through; and in the first text of somebody without an account. */
	links: number;
	links_first: number;
	/** Sites of the space's own. */
	hosts: JSONColumnType<string[]>;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		rule: RuleTable;
		watched_word: { space_id: string; pattern: string; match: 'word' | 'skeleton' };
		flag: FlagTable;
		moderation_case: CaseTable;
		decision: DecisionTable;
		screening_setting: ScreeningSettingTable;
		appeal: { id: string; decision_id: string; space_id: string; text: string; at: Date };
	}
}
