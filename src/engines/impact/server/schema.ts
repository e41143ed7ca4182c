// Tables of counters and samples.
declare module '#platform/server/db.ts' {
	interface Tables {
		report_check: { space_id: string; from_day: string; by_person: string | null; at: Date };
		counter: { space_id: string; indicator: string; day: string; part: string; n: number };
		sample: { fact_id: string; indicator: string; space_id: string; day: string; value: number };
	}
}

export {};
