// Subjects: anything a thread, a case, a notice or a search result can be about. Engines speak about them through here
// without knowing the rooms that declare them.
import type { Db, Tx } from './db.ts';
import { installation } from './installation.ts';
import type { SubjectKind, SubjectView } from './subject-kinds.ts';

export type * from './subject-kinds.ts';

/** Every kind whose text can be held. */
export const heldKinds = (): SubjectKind[] =>
	installation().rooms.flatMap((room) => (room.subjects ?? []).filter((subject) => subject.text));

/** The declared kind, or an error: an undeclared kind is a fault of ours. */
export function subjectKind(kind: string): SubjectKind {
	for (const room of installation().rooms) {
		const found = room.subjects?.find((subject) => subject.kind === kind);
		if (found) return found;
	}
	throw new Error(`no room declares the subject kind ${kind}`);
}

/** Describes subjects of mixed kinds; the answer is keyed by id. */
export async function describeSubjects(
	db: Db | Tx,
	subjects: readonly { kind: string; id: string }[],
	locale: string,
): Promise<Map<string, SubjectView & { kind: string }>> {
	const found = new Map<string, SubjectView & { kind: string }>();
	for (const kind of new Set(subjects.map((subject) => subject.kind))) {
		const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id))];
		for (const view of await subjectKind(kind).describe(db, ids, locale)) found.set(view.id, { ...view, kind });
	}
	return found;
}
