// The search for the share at which equal shares ends: one unit of the currency more for everybody, again and again, until
// the next outcome would cost too much. Rounds that are bound to buy the same in the same order are not played one by one.
//
// Why two rounds can speak for all between them. Let two rounds buy the same projects in the same order, the second with a
// larger share. Nobody ever has less in the second: if that holds before a purchase, then its price q, which makes
// Σ min(balance, q) the cost, is not higher in the second, and max(0, balance − q), what is left, is not lower. For the same
// reason nothing unbought is dearer in the second, and what cannot be paid in it cannot in the first. Now take a share
// between the two. As long as it buys what both buy, its prices lie between theirs. So where everything else was dearer in
// the second round than what was bought in the first, in proportion to cost, that is bought here too.
import { type Electorate, type Look, type Round, sameBetween } from './round.ts';

export interface Step {
	/** How many units of the currency were added to each share. */
	added: number;
	round: Round;
}

/** A look ahead is no shorter than this: what it was offered makes the rounds before it quick, be it right or not. */
const NEAREST = 4;

/**
 * The last round before the one that would cost more than the budget, or the first in which nothing is left to buy. `play`
 * plays the round with so many units added; `pass` is told every round that differs in more than its shares, in their order.
 */
export function complete(
	electorate: Electorate,
	budget: number,
	play: (added: number, look: Look) => Round,
	pass: (round: Round) => void,
): Step {
	let here: Step = { added: 0, round: play(0, {}) };
	/** Rounds already played with more added, the nearest last. */
	const ahead: Step[] = [];
	let reach = NEAREST;
	while (here.round.purchases.length < electorate.candidates.length) {
		const next = ahead.at(-1);
		const distance = next ? next.added - here.added : Infinity;
		const same = next !== undefined && allSameBetween(electorate, here.round, next.round);
		if (next === undefined || (!same && distance > 1)) {
			const added = here.added + (next ? Math.floor(distance / 2) : reach);
			ahead.push({ added, round: play(added, { earlier: here.round, later: next?.round }) });
			continue;
		}
		pass(next.round.cost > budget ? next.round : here.round);
		if (next.round.cost > budget) break;
		reach = same ? Math.max(NEAREST, 2 * distance) : NEAREST;
		here = next;
		ahead.pop();
	}
	return here;
}

/** Whether it is certain that every round between the two buys the same in the same order, and has the same ties. */
const allSameBetween = (electorate: Electorate, less: Round, more: Round): boolean =>
	less.scale > 0 &&
	less.scale === more.scale &&
	less.purchases.length === more.purchases.length &&
	more.purchases.every((purchase, i) => sameBetween(electorate, less.purchases[i], purchase));
