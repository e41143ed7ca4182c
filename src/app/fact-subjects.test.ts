// What a fact is about, so that a reader can follow it.
import { expect, test } from 'vitest';
import { subjectOf } from './fact-subjects.ts';

test.each([
	['publishing.version.published', { workId: 'w', locale: 'fr' }, { kind: 'work', id: 'w' }],
	[
		'conversation.contribution.submitted',
		{ threadId: 't', subjectKind: 'work', subjectId: 'w' },
		{ kind: 'contribution', id: 's' },
	],
	['moderation.case.decided', { subjectKind: 'proposal', subjectId: 'p' }, { kind: 'proposal', id: 'p' }],
	['participation.proposal.answered', { processId: 'x' }, { kind: 'proposal', id: 's' }],
	['participation.support.withdrawn', { processId: 'x' }, { kind: 'proposal', id: 's' }],
	['participation.commitment.moved', { proposalId: 'p', status: 'done' }, { kind: 'proposal', id: 'p' }],
	['spaces.role.given', { role: 'editor' }, null],
	['moderation.rulebook.changed', {}, null],
	['publishing.feed.imported', null, null],
])('%s', (type, data, expected) => {
	expect(subjectOf({ type, subject: 's', data })).toEqual(expected);
});
