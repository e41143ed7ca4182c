// Tables of rules, watched words, flags, cases, decisions and appeals.
import type { JSONColumnType } from 'kysely';
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

interface CaseTable {
	id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	source: 'screening' | 'flag' | 'appeal';
	because: JSONColumnType<Because[]>;
	state: 'open' | 'decided';
	opened_at: Date;
	decided_at: Date | null;
	not_by: string | null;
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
}

declare module '#platform/server/db.ts' {
	interface Tables {
		rule: RuleTable;
		watched_word: { space_id: string; pattern: string; match: 'word' | 'skeleton' };
		flag: FlagTable;
		moderation_case: CaseTable;
		decision: DecisionTable;
		appeal: { id: string; decision_id: string; space_id: string; text: string; at: Date };
	}
}
