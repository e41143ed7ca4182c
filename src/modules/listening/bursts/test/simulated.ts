// Series by chance as pages have them: a rhythm of day and week, hours that scatter more than Poisson, and planted bursts.
import { seededRandom } from '#platform/random.ts';
import { DAY_HOURS, HOUR, type Hour } from '../series.ts';

export interface Plan {
	seed: number;
	days: number;
	/** Comments an hour, on average. */
	rate: number;
	/** Variance of an hour is μ + dispersion·μ². */
	dispersion: number;
	/** A burst: how many times the usual, from which hour on; six hours in full, then halving every three. */
	burst?: { times: number; from: number };
}

type Random = () => number;

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Gamma with mean 1 (Marsaglia and Tsang 2000), shapes under 1 by their boost. */
function gamma(random: Random, shape: number): number {
	if (shape < 1) return (gamma(random, shape + 1) * (shape + 1) * random() ** (1 / shape)) / shape;
	const d = shape - 1 / 3;
	for (;;) {
		const x = normal(random);
		const v = (1 + x / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
	}
}

/** Poisson by waiting times; rates here are small. */
function poisson(random: Random, rate: number): number {
	let n = -1;
	for (let time = 0; time < rate; n++) time -= Math.log(1 - random());
	return Math.max(0, n);
}

const start = Date.UTC(2026, 0, 5);

/** How much of the average an hour has: quiet at four in the morning, busy in the evening, quieter at the week's end. */
export function rhythm(index: number): number {
	const day = 1 + 0.7 * Math.sin((2 * Math.PI * ((index % DAY_HOURS) - 10)) / DAY_HOURS);
	return day * (Math.floor(index / DAY_HOURS) % 7 >= 5 ? 0.7 : 1.12);
}

export function* simulated({ seed, days, rate, dispersion, burst }: Plan): Generator<Hour> {
	const random = seededRandom(seed);
	for (let index = 0; index < days * DAY_HOURS; index++) {
		const since = burst ? index - burst.from : -1;
		const times = since < 0 ? 1 : 1 + (burst!.times - 1) * 0.5 ** (Math.max(0, since - 5) / 3);
		const mean = rate * rhythm(index) * times;
		yield { at: start + index * HOUR, n: poisson(random, mean * gamma(random, 1 / dispersion)) };
	}
}

/** The beginning of an hour of a simulated series. */
export const hourAt = (index: number): number => start + index * HOUR;
