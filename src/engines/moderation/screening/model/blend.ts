// How far a base model and new texts are each believed: a logistic regression on their logits out of fold (stacking, Wolpert 1992).
import { curveFor } from './calibrate.ts';
import type { Blend, Script } from './model.ts';

export interface BlendCase {
	readonly base: number;
	readonly own: number;
	readonly label: number;
	readonly script: Script;
}

/** Cases of the other script count as little as this. */
const OTHER = 0.2;
/** How strongly the weights are drawn to what is believed before, in cases. */
const PULL = 4;
/** Before any case: both alike, or nothing of a base that never read these languages. */
const BEFORE = { read: [0.5, 0.5], unread: [0, 1] } as const;
/** Both models decide at a logit of 0 already. How far off a few cases put that point by chance: this over their number, squared logits. */
const CHANCE = 15;
/** Neither model is believed beyond this logit. */
const LIMIT = 6;

/** The weights for one script, and the shift that brings the best macro-F1 to a logit of 0 as far as it is no chance; `hasRead`: whether the base read the texts' languages. */
export function blendOf(cases: readonly BlendCase[], script: Script, hasRead: boolean): Blend {
	const weighed = cases.map((one) => ({
		x: [1, within(one.base), within(one.own)] as const,
		label: one.label,
		weight: one.script === script ? 1 : OTHER,
	}));
	const w = fit(weighed, BEFORE[hasRead ? 'read' : 'unread']);
	const base = Math.max(0, w[1]!);
	const own = Math.max(0, w[2]!);
	const { slope, cut } = curveFor(
		weighed.map(({ x, label, weight }) => ({ sum: base * x[1] + own * x[2], label, weight })),
	);
	return { base: base * slope, own: own * slope, shift: beyondChance(-slope * cut, cases.length) };
}

/** Small shifts are mostly chance and shrink to nothing, large ones stay (after James & Stein 1961). */
const beyondChance = (shift: number, cases: number): number => shift ** 3 / (shift ** 2 + CHANCE / cases);

const within = (logit: number): number => Math.max(-LIMIT, Math.min(LIMIT, logit));

type Case = { readonly x: readonly [number, number, number]; readonly label: number; readonly weight: number };

/** Newton's method with a pull towards the weights of base and own believed before. */
function fit(cases: readonly Case[], [base, own]: readonly [number, number]): number[] {
	const w = [0, base, own];
	for (let round = 0; round < 30; round += 1) {
		const g = [0, PULL * (w[1]! - base), PULL * (w[2]! - own)];
		const h = [
			[1e-3, 0, 0],
			[0, PULL, 0],
			[0, 0, PULL],
		];
		for (const { x, label, weight } of cases) {
			const p = 1 / (1 + Math.exp(-(w[0]! + w[1]! * x[1] + w[2]! * x[2])));
			const curve = weight * Math.max(p * (1 - p), 1e-6);
			for (let i = 0; i < 3; i += 1) {
				g[i]! += weight * (p - label) * x[i]!;
				for (let k = 0; k < 3; k += 1) h[i]![k]! += curve * x[i]! * x[k]!;
			}
		}
		const step = solved(h, g);
		let moved = 0;
		for (let i = 0; i < 3; i += 1) {
			const by = Math.max(-1, Math.min(1, step[i]!));
			w[i]! -= by;
			moved += Math.abs(by);
		}
		if (moved < 1e-7) break;
	}
	return w;
}

/** x with h x = g, by Gauss's elimination; h is positive definite. */
function solved(h: readonly (readonly number[])[], g: readonly number[]): number[] {
	const rows = h.map((row, i) => [...row, g[i]!]);
	for (let i = 0; i < 3; i += 1) {
		for (let k = i + 1; k < 3; k += 1) {
			const share = rows[k]![i]! / rows[i]![i]!;
			for (let j = i; j < 4; j += 1) rows[k]![j]! -= share * rows[i]![j]!;
		}
	}
	const x = [0, 0, 0];
	for (let i = 2; i >= 0; i -= 1) {
		let rest = rows[i]![3]!;
		for (let j = i + 1; j < 3; j += 1) rest -= rows[i]![j]! * x[j]!;
		x[i] = rest / rows[i]![i]!;
	}
	return x;
}
