// Tables of proposals, supports and answers.
import type { Generated, JSONColumnType } from 'kysely';
import type { ProposalState } from '../proposal.ts';

interface ProposalTable {
	id: string;
	space_id: string;
	process_id: string;
	number: number;
	author_kind: string;
	author_id: string;
	locale: string;
	title: string;
	text: string;
	place: string | null;
	territory_id: string | null;
	state: ProposalState;
	supports: Generated<number>;
	created_at: Date;
	edited_at: Date | null;
	/** Entered by a facilitator for somebody. */
	assisted: Generated<boolean>;
	v: Generated<number>;
}

interface AnswerTable {
	proposal_id: string;
	space_id: string;
	outcome: 'accepted' | 'declined';
	reasons: JSONColumnType<Record<string, string>>;
	by_person: string | null;
	at: Date;
}

interface AnswerRevisionTable {
	id: string;
	proposal_id: string;
	was: JSONColumnType<Record<string, string>>;
	because: JSONColumnType<Record<string, string>>;
	by_person: string | null;
	at: Date;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		proposal: ProposalTable;
		support: { proposal_id: string; person_key: string; actor_kind: string; actor_id: string | null; at: Date };
		answer: AnswerTable;
		answer_revision: AnswerRevisionTable;
	}
}
