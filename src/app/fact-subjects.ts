// What a fact is about, as a subject that can be described: facts name versions, cases and commitments; readers know works and proposals.

interface FactLike {
	type: string;
	subject: string;
	data: unknown;
}

const text = (data: unknown, name: string): string | null => {
	const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
	return typeof value === 'string' ? value : null;
};

/** Kind and id of the subject a page can name and link; null for facts about people, roles and spaces. */
export function subjectOf({ type, subject, data }: FactLike): { kind: string; id: string } | null {
	const [kind, id] = [text(data, 'subjectKind'), text(data, 'subjectId')];
	if (type.startsWith('moderation.')) return kind && id ? { kind, id } : null;
	if (type.startsWith('conversation.contribution.')) return { kind: 'contribution', id: subject };
	if (type.startsWith('participation.proposal.') || type.startsWith('participation.support.'))
		return { kind: 'proposal', id: subject };
	const [workId, proposalId] = [text(data, 'workId'), text(data, 'proposalId')];
	if (workId) return { kind: 'work', id: workId };
	return proposalId ? { kind: 'proposal', id: proposalId } : null;
}
