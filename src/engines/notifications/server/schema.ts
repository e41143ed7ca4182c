// Table of notices.
interface NoticeTable {
	fact_id: string;
	person_id: string;
	key: string;
	space_id: string | null;
	subject_kind: string;
	subject_id: string;
	at: Date;
	read_at: Date | null;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		notice: NoticeTable;
	}
}

export {};
