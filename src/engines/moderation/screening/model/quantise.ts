// Weights as bytes: each the nearest multiple of one step between -127 and 127.

/** The few largest weights may be cut, so that the many small ones keep their differences. */
const CUT_SHARE = 0.0005;

export function quantised(weights: Float32Array): { weights: Int8Array; step: number } {
	const sizes = weights
		.filter((weight) => weight !== 0)
		.map(Math.abs)
		.sort();
	const largest = sizes[Math.floor((sizes.length - 1) * (1 - CUT_SHARE))] ?? 0;
	const step = largest / 127 || 1;
	return {
		step,
		weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
	};
}
