// The table of letters.
interface MailTable {
	id: string;
	key: string | null;
	person_id: string | null;
	address: string;
	locale: string;
	subject: string;
	body: string;
	html: string | null;
	state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'unknown';
	error: string | null;
	created_at: Date;
	sent_at: Date | null;
	/** What the body holds that opens an account; null once it is blanked. */
	secret: string | null;
	secret_until: Date | null;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		mail: MailTable;
	}
}
