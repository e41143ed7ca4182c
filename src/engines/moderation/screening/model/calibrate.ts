// From raw sums to scores: a logistic curve (Platt 1999) whose middle is the cut with the best macro-F1.
import type { Curve } from './model.ts';

export interface Judged {
	readonly sum: number;
	readonly label: number;
	readonly weight: number;
}

/** Macro-F1: the mean of the F1 of both classes; an F1 without any case is 0. */
export function macroF1(truePos: number, falsePos: number, falseNeg: number, trueNeg: number): number {
	const f1 = (hit: number, off: number) => (hit + off === 0 ? 0 : (2 * hit) / (2 * hit + off));
	return (f1(truePos, falsePos + falseNeg) + f1(trueNeg, falsePos + falseNeg)) / 2;
}

/** The area under the ROC curve; null when one class is missing. */
export function areaUnder(judged: readonly Judged[]): number | null {
	const sorted = [...judged].sort((a, b) => a.sum - b.sum);
	let ranks = 0;
	let held = 0;
	for (let i = 0; i < sorted.length;) {
		let end = i + 1;
		while (end < sorted.length && sorted[end]!.sum === sorted[i]!.sum) end += 1;
		for (let k = i; k < end; k += 1) {
			if (sorted[k]!.label !== 1) continue;
			held += 1;
			ranks += (i + 1 + end) / 2;
		}
		i = end;
	}
	const passed = sorted.length - held;
	return held === 0 || passed === 0 ? null : (ranks - (held * (held + 1)) / 2) / (held * passed);
}

/** A slope and the decision point: the logit of a sum is slope · (sum - cut). */
export type Fit = Pick<Curve, 'slope' | 'cut'>;

/** The curve for sums judged by models that had not seen their texts. Without both classes the cut stays where it was: at 0. */
export function curveFor(judged: readonly Judged[]): Fit {
	if (new Set(judged.map(({ label }) => label)).size < 2) return { slope: 1, cut: 0 };
	const { slope, shift } = logistic(judged);
	return { slope, cut: bestCut(judged, (sum) => 1 / (1 + Math.exp(-(slope * sum + shift)))) };
}

/** Two curves as one, the first counting for `share`. */
export const between = (a: Fit, b: Fit, share: number): Fit => ({
	slope: a.slope * share + b.slope * (1 - share),
	cut: a.cut * share + b.cut * (1 - share),
});

/** Newton's method on the log-likelihood of label given slope · sum + shift, with a little pull to a slope of 1. */
export function logistic(judged: readonly Judged[]): { slope: number; shift: number } {
	let slope = 1;
	let shift = 0;
	for (let round = 0; round < 50; round += 1) {
		let [g0, g1, h00, h01, h11] = [0, slope - 1, 1e-6, 0, 1];
		for (const { sum, label, weight } of judged) {
			const p = 1 / (1 + Math.exp(-(slope * sum + shift)));
			const off = weight * (p - label);
			const curve = weight * Math.max(p * (1 - p), 1e-6);
			g0 += off;
			g1 += off * sum;
			h00 += curve;
			h01 += curve * sum;
			h11 += curve * sum * sum;
		}
		const scale = h00 * h11 - h01 * h01;
		const stepShift = Math.max(-2, Math.min(2, (h11 * g0 - h01 * g1) / scale));
		const stepSlope = Math.max(-2, Math.min(2, (h00 * g1 - h01 * g0) / scale));
		shift -= stepShift;
		slope = Math.max(0.05, slope - stepSlope);
		if (Math.abs(stepShift) + Math.abs(stepSlope) < 1e-6) break;
	}
	return { slope, shift };
}

/** With so many texts the curve counted from their labels is believed half as much as the one expected. */
const HALF_COUNTED = 500;

/**
 * The cut with the best macro-F1: of the curve counted from labels, and the more the fewer they are of the one expected from
 * probabilities (which a few hundred texts do not throw about), smoothed over neighbouring cuts.
 */
function bestCut(judged: readonly Judged[], probability: (sum: number) => number): number {
	const sorted = [...judged].sort((a, b) => a.sum - b.sum);
	const totals = sorted.reduce(
		(all, { label, weight, sum }) => {
			const p = probability(sum);
			return { held: all.held + weight * label, expected: all.expected + weight * p, all: all.all + weight };
		},
		{ held: 0, expected: 0, all: 0 },
	);
	const counted = judged.length / (judged.length + HALF_COUNTED);
	let [below, belowHeld, belowExpected] = [0, 0, 0];
	const worth: number[] = [];
	for (const { sum, label, weight } of sorted) {
		worth.push(
			counted * f1At(totals.all, totals.held, below, belowHeld) +
				f1At(totals.all, totals.expected, below, belowExpected),
		);
		below += weight;
		belowHeld += weight * label;
		belowExpected += weight * probability(sum);
	}
	const reach = Math.max(1, Math.round(sorted.length / 60));
	let best = 0;
	let last = 0;
	let bestWorth = -1;
	for (let i = 1; i < sorted.length; i += 1) {
		const from = Math.max(0, i - reach);
		const to = Math.min(sorted.length, i + reach + 1);
		let sum = 0;
		for (let k = from; k < to; k += 1) sum += worth[k]!;
		const here = sum / (to - from);
		if (here < bestWorth) continue;
		if (here > bestWorth) best = i;
		bestWorth = here;
		last = i;
	}
	// Where all of a stretch is as good, the widest gap within it: neither side is near.
	for (let i = best; i <= last; i += 1) if (gapAt(sorted, i) > gapAt(sorted, best)) best = i;
	return ((sorted[best - 1]?.sum ?? sorted[best]!.sum) + sorted[best]!.sum) / 2;
}

const gapAt = (sorted: readonly Judged[], i: number): number => sorted[i]!.sum - (sorted[i - 1]?.sum ?? sorted[i]!.sum);

const f1At = (all: number, held: number, below: number, belowHeld: number): number =>
	macroF1(held - belowHeld, all - below - (held - belowHeld), belowHeld, below - belowHeld);
