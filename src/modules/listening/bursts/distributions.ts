// The counting distributions: negative binomial for comments an hour, beta-binomial for the hostile ones among them.

/** ln Γ(x) for x > 0: Stirling's series after a shift above 10 (Abramowitz and Stegun 6.1.41), to about 12 digits. */
export function logGamma(x: number): number {
	let shift = 0;
	let at = x;
	for (; at < 10; at++) shift += Math.log(at);
	const inverse = 1 / (at * at);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
	return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Mean μ, variance μ + dispersion·μ². Below this dispersion it is counted as Poisson. */
const POISSON = 1e-6;

/** ln of P(Y = y) where the mean is `mean`. */
function logProbability(y: number, mean: number, dispersion: number): number {
	if (dispersion < POISSON) return y * Math.log(mean) - mean - logGamma(y + 1);
	const size = 1 / dispersion;
	return (
		logGamma(y + size) -
		logGamma(size) -
		logGamma(y + 1) +
		y * Math.log((dispersion * mean) / (1 + dispersion * mean)) -
		size * Math.log1p(dispersion * mean)
	);
}

/** ln of P(Y ≥ y). Summed upwards from y, which converges for y above the mean; at or below it the answer is 0, for 1. */
export function logTail(y: number, mean: number, dispersion: number): number {
	if (y <= mean) return 0;
	const size = 1 / Math.max(dispersion, POISSON);
	const odds = mean / (mean + size);
	let term = 1;
	let sum = 1;
	for (let k = y; term > sum * 1e-9 && k < y + 100_000; k++) {
		term *= (dispersion < POISSON ? mean : (k + size) * odds) / (k + 1);
		sum += term;
	}
	return Math.min(0, logProbability(y, mean, dispersion) + Math.log(sum));
}

/** How much more y speaks for `shift` times the mean than for the mean: the step of a CUSUM (Höhle and Paul 2008). */
export function logRatio(y: number, mean: number, dispersion: number, shift: number): number {
	if (dispersion < POISSON) return y * Math.log(shift) - mean * (shift - 1);
	const grown = Math.log1p(dispersion * shift * mean) - Math.log1p(dispersion * mean);
	return y * (Math.log(shift) - grown) - grown / dispersion;
}

/** More draws than this say no more about a share that is itself uncertain: so many stand for them. */
const MOST_DRAWS = 2_000;

/** P(X ≥ x) of n draws whose share is itself drawn from Beta(a, b). */
export function betaBinomialTail(x: number, n: number, a: number, b: number): number {
	if (n > MOST_DRAWS) return betaBinomialTail(Math.floor((x / n) * MOST_DRAWS), MOST_DRAWS, a, b);
	let sum = 0;
	for (let k = x; k <= n; k++) sum += Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b));
	return Math.min(1, sum);
}
