// Replies are read under what they answer, at most two indents deep.
import { describe, expect, it } from 'vitest';
import { type ContributionView, linesOf } from './thread.ts';

const said = (id: string, ...replies: ContributionView[]): ContributionView => ({
	id,
	parentId: null,
	authorKind: 'guest',
	authorId: id,
	name: null,
	locale: 'fr',
	text: id,
	state: 'published',
	createdAt: new Date(0),
	editedAt: null,
	asSpace: false,
	replies,
});

describe('the lines of a thread', () => {
	const lines = linesOf([said('a', said('b', said('c', said('d'))), said('e')), said('f')]);

	it('follow what they answer', () => {
		expect(lines.map((line) => line.item.id).join('')).toBe('abcdef');
	});

	it('are indented twice at most', () => {
		expect(lines.map((line) => line.depth)).toEqual([0, 1, 2, 2, 1, 0]);
	});

	it('say what they answer where the place does not show it', () => {
		expect(lines.filter((line) => line.answers && !line.clear).map((line) => [line.item.id, line.answers?.id])).toEqual(
			[
				['d', 'c'],
				['e', 'a'],
			],
		);
	});
});
