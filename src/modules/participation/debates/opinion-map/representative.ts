// What a group stands for: statements it agrees or disagrees with, and more so than everybody else.
import { seen, type Tally } from './tally.ts';

export interface Representative {
	id: string;
	for: 'agree' | 'disagree';
	/** How sure and how marked: share × its z × ratio to the others × z of the difference. */
	metric: number;
	/** Of those of the group who saw it, how many stand so. */
	stand: number;
	seen: number;
}

/** One-sided 90 %: both the share and the difference must be beyond chance. */
const BEYOND_CHANCE = 1.2816;
const MOST = 5;

interface Side {
	stand: 'agree' | 'disagree';
	count: number;
	share: number;
	shareTest: number;
	difference: number;
	metric: number;
}

/**
 * The statements that say most about a group, at most five, agreed ones first. Where none is beyond chance, the one it is surest of,
 * on the side most of its votes took; none where nobody of it took a side.
 */
export function representative(
	ids: readonly string[],
	group: readonly Tally[],
	others: readonly Tally[],
): Representative[] {
	const sides = ids.flatMap((id, at) => {
		const own = group[at]!;
		if (seen(own) === 0) return [];
		const both = [side('agree', own, others[at]!), side('disagree', own, others[at]!)] as const;
		const [agree, disagree] = both;
		return [
			{
				id,
				seen: seen(own),
				side: agree.difference > disagree.difference ? agree : disagree,
				taken: agree.count >= disagree.count ? agree : disagree,
			},
		];
	});
	const beyond = sides.filter(
		({ side: { shareTest, difference } }) => shareTest > BEYOND_CHANCE && difference > BEYOND_CHANCE,
	);
	const chosen =
		beyond.length > 0
			? beyond.sort((a, b) => b.side.metric - a.side.metric).slice(0, MOST)
			: sides
					.filter(({ taken }) => taken.count > 0)
					.map((one) => ({ ...one, side: one.taken }))
					.sort((a, b) => b.side.share * b.side.shareTest - a.side.share * a.side.shareTest)
					.slice(0, 1);
	return [
		...chosen.filter((one) => one.side.stand === 'agree'),
		...chosen.filter((one) => one.side.stand !== 'agree'),
	].map(({ id, seen: all, side: { stand, metric, count } }) => ({ id, for: stand, metric, stand: count, seen: all }));
}

function side(stand: Side['stand'], own: Tally, other: Tally): Side {
	const [n, m] = stand === 'agree' ? [own.agrees, other.agrees] : [own.disagrees, other.disagrees];
	const share = (n + 1) / (seen(own) + 2);
	const shareTest = zOfShare(n, seen(own));
	const ratio = share / ((m + 1) / (seen(other) + 2));
	const difference = zOfDifference(n, seen(own), m, seen(other));
	return { stand, count: n, share, shareTest, difference, metric: share * shareTest * ratio * difference };
}

/** z of a share against one half, with a success more (as Polis). */
export const zOfShare = (n: number, of: number): number => 2 * Math.sqrt(of + 1) * ((n + 1) / (of + 1) - 0.5);

/** z of the difference of two shares, with one more success and trial on each side (as Polis). */
export function zOfDifference(n: number, of: number, m: number, ofOthers: number): number {
	const pooled = (n + m + 2) / (of + ofOthers + 2);
	if (pooled >= 1) return 0;
	const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / (of + 1) + 1 / (ofOthers + 1)));
	return ((n + 1) / (of + 1) - (m + 1) / (ofOthers + 1)) / deviation;
}
