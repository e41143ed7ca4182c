// The gate every text passes before it is shown, and when it goes: screening can let it pass or hold it, never refuse it.
import { type Gate, subjectKind } from '#platform/server/subjects.ts';
import { readSpaceTree, withAncestors } from '#foundations/spaces/server/index.ts';
import { defaultWords, screen } from '../screening/index.ts';
import { openCase } from './cases.ts';
import { closeCases } from './close-cases.ts';
import './schema.ts';

const lately = 600_000;

export const gate: Gate = {
	async look(tx, { spaceId, kind, id, text, actor, now }) {
		const tree = await readSpaceTree(tx);
		const space = tree.byId.get(spaceId)!;
		const words = await tx
			.selectFrom('watched_word')
			.select(['pattern', 'match'])
			.where('space_id', 'in', withAncestors(tree, spaceId))
			.execute();
		const kindOf = subjectKind(kind).text!;
		const recent = await kindOf.recent(tx, spaceId, new Date(now.getTime() - lately), 40);
		const left = actor.id ? await kindOf.byAuthor(tx, actor.id) : [];
		const opinion = screen(text, {
			// A network that has chosen no words yet starts with a short mild list of its five languages.
			words: words.length > 0 ? words : defaultWords,
			links: { max: 2, allowedHosts: [] },
			recent: recent
				.filter((other) => other.id !== id)
				.map((other) => ({
					text: other.text,
					sameAuthor: other.authorId === actor.id,
					minutesAgo: (now.getTime() - other.at.getTime()) / 60_000,
				})),
			author: {
				kind: actor.kind === 'guest' ? 'guest' : 'person',
				accepted: left.filter((other) => other.state === 'published').length,
			},
			rules: { holdNewGuests: space.holdNewGuests, holdShouting: true, holdPhones: true },
		});
		if (opinion.outcome === 'pass') return { held: false, facts: [] };
		return {
			held: true,
			facts: await openCase(tx, {
				spaceId,
				subjectKind: kind,
				subjectId: id,
				source: 'screening',
				because: opinion.because,
				now,
			}),
		};
	},
	leave: (tx, ids, now) => closeCases(tx, ids, 'withdrawn', now),
};
