// The part of pg-copy-streams used here (the package brings no types).
declare module 'pg-copy-streams' {
	import type { Submittable } from 'pg';
	import type { Readable, Writable } from 'node:stream';

	/** Rows as COPY text; `rowCount` is right once the stream has ended. */
	export function to(sql: string): Readable & Submittable & { rowCount: number };
	/** Takes COPY text; `rowCount` is right once the stream has finished. */
	export function from(sql: string): Writable & Submittable & { rowCount: number };
}
