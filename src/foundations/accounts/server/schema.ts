// Tables of persons, their sessions and keys, guests and their receipts.
interface PersonTable {
	id: string;
	name: string;
	email: string;
	email_verified: boolean;
	image: string | null;
	locale: string;
	erased_at: Date | null;
	created_at: Date;
	updated_at: Date;
}

interface SessionTable {
	id: string;
	person_id: string;
	token: string;
	expires_at: Date;
	ip_address: string | null;
	user_agent: string | null;
	created_at: Date;
	updated_at: Date;
}

interface CredentialTable {
	id: string;
	person_id: string;
	account_id: string;
	provider_id: string;
	password: string | null;
	created_at: Date;
	updated_at: Date;
}

interface VerificationTable {
	id: string;
	identifier: string;
	value: string;
	expires_at: Date;
}

interface PersonalTokenTable {
	id: string;
	person_id: string;
	name: string;
	token_hash: string;
	created_at: Date;
	last_used_at: Date | null;
	revoked_at: Date | null;
}

interface GuestTable {
	id: string;
	name: string | null;
	/** Keyed hash of the device's cookie; null once erased. */
	device: string | null;
	created_at: Date;
}

interface ReceiptTable {
	id: string;
	token_hash: string;
	guest_id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	created_at: Date;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		person: PersonTable;
		session: SessionTable;
		credential: CredentialTable;
		verification: VerificationTable;
		personal_token: PersonalTokenTable;
		guest: GuestTable;
		receipt: ReceiptTable;
	}
}

export {};
