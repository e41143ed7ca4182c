// Tables of counters and samples.
declare module '#platform/server/db.ts' {
	interface Tables {
		counter: { space_id: string; indicator: string; day: string; part: string; n: number };
		sample: { fact_id: string; indicator: string; space_id: string; day: string; value: number };
	}
}

export {};
