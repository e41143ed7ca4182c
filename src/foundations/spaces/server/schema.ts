// Tables of spaces, members, invitations and territories.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

interface SpaceTable {
	id: string;
	parent_id: string | null;
	kind: string;
	address: string;
	hue: number;
	chroma: 'low' | 'high';
	second_hue: number;
	logo_file: string | null;
	languages: string[];
	zone: string;
	region: string;
	territory_id: string | null;
	guests_comment: boolean;
	guests_support: boolean;
	guests_propose: boolean;
	hold_new_guests: boolean;
	sign_off_required: boolean;
	answer_days: number;
	created_at: ColumnType<Date, Date, never>;
	v: Generated<number>;
}

interface TerritoryTable {
	id: string;
	country: string;
	level: string;
	code: string;
	parent_id: string | null;
	names: JSONColumnType<Record<string, string>>;
	/** Names folded for finding (place.ts). */
	known_as: Generated<string[]>;
	lat: number | null;
	lon: number | null;
	population: number | null;
	census_year: number | null;
	source: string;
}

interface InvitationTable {
	id: string;
	space_id: string;
	role: string;
	token_hash: string;
	email: string | null;
	by_person: string | null;
	created_at: Date;
	expires_at: Date;
	used_at: Date | null;
	used_by: string | null;
	withdrawn_at: Date | null;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		space: SpaceTable;
		space_text: { space_id: string; locale: string; name: string; description: string };
		membership: { space_id: string; person_id: string; role: string; since: Date; by_person: string | null };
		invitation: InvitationTable;
		territory: TerritoryTable;
	}
}
