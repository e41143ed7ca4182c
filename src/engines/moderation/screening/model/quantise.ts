// Weights as bytes: each the nearest multiple of one step between -127 and 127.

/** The largest weights keep their size: cutting them would take from what says most. */
export function quantised(weights: Float32Array): { weights: Int8Array; step: number } {
	let largest = 0;
	for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
	const step = largest / 127 || 1;
	return { step, weights: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}
