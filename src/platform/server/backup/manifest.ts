// What an archive says of itself. Its last entry, so that it can be written while streaming. Pure.
import { z } from 'zod';

/** Raised when older programs could not read a new archive. */
export const formatVersion = 1;
export const manifestName = 'manifest.json';
export const aboutName = 'ABOUT.txt';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const word = z.string().min(1).max(200);
/** A literal as PostgreSQL prints it in the bounds of a partition. */
const literal = String.raw`(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?|MINVALUE|MAXVALUE|NULL|true|false)`;
const literals = String.raw`\(${literal}(?:, ${literal})*\)`;
const bound = new RegExp(
	String.raw`^(?:DEFAULT|FOR VALUES FROM ${literals} TO ${literals}|FOR VALUES IN ${literals}|FOR VALUES WITH \(modulus \d+, remainder \d+\))$`,
);

export const partitionSchema = z.object({ schema: word, name: word, bound: z.string().regex(bound) });
const tableSchema = z.object({
	schema: word,
	name: word,
	/** Folder of its parts in the archive: COPY text, cut anywhere. */
	entry: z.string().regex(/^tables\/[\w.-]+$/),
	columns: z.array(word),
	partitions: z.array(partitionSchema),
	rows: z.int().min(0),
	bytes: z.int().min(0),
	sha256,
});
const fileSchema = z.object({ path: z.string().refine(isSafePath), size: z.int().min(0), sha256 });
const sequenceSchema = z.object({
	schema: word,
	name: word,
	value: z.string().regex(/^-?\d+$/),
	called: z.boolean(),
});

export const manifestSchema = z.object({
	format: z.literal(formatVersion),
	madeAt: z.iso.datetime(),
	appVersion: word,
	postgresVersion: word,
	/** Names of the applied migrations, in order. */
	migrations: z.array(word),
	/** In the order in which they can be loaded. */
	tables: z.array(tableSchema),
	sequences: z.array(sequenceSchema),
	files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ArchivedTable = z.infer<typeof tableSchema>;
export type ArchivedFile = z.infer<typeof fileSchema>;

/** A relative path that stays inside its folder. */
export function isSafePath(path: string): boolean {
	return (
		path.length > 0 &&
		!path.includes('\0') &&
		path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
	);
}

export const about = `A backup of Joussour, format ${formatVersion}. Restore it with: joussour restore <this file>
Also readable without it: a tar of zstd. tables/ holds each table's rows as PostgreSQL COPY text (join the parts of a folder
in order), files/ the uploaded files, manifest.json the columns, counts and checksums of all of them.
`;
