// Spans of time cut into units a person reads: "3 days ago", "2 hours 30 minutes".

export type SpanUnit = 'second' | 'minute' | 'hour' | 'day' | 'week';
export type DurationUnit = 'minute' | 'hour' | 'day';

const steps: readonly (readonly [unit: SpanUnit, seconds: number, below: number])[] = [
	['second', 1, 45],
	['minute', 60, 45 * 60],
	['hour', 3600, 22 * 3600],
	['day', 86_400, 7 * 86_400],
	['week', 604_800, 28 * 86_400],
];

/** The nearest whole unit of a span in milliseconds (negative: past); `unit` is null from four weeks on. */
export function nearest(milliseconds: number): { amount: number; unit: SpanUnit | null } {
	const seconds = milliseconds / 1000;
	for (const [unit, length, below] of steps) {
		if (Math.abs(seconds) < below) {
			const amount = Math.round(seconds / length);
			return unit === 'second' ? { amount: 0, unit } : { amount: amount || Math.sign(seconds), unit };
		}
	}
	return { amount: 0, unit: null };
}

/** A duration in hours as one or two parts: minutes below an hour, hours and minutes below ten, hours below 48, then days. */
export function split(hours: number): readonly (readonly [amount: number, unit: DurationUnit])[] {
	const minutes = Math.round(hours * 60);
	if (Math.abs(minutes) < 60) return [[minutes, 'minute']];
	if (Math.abs(minutes) < 600 && minutes > 0) {
		const rest = minutes % 60;
		const whole = [Math.floor(minutes / 60), 'hour'] as const;
		return rest === 0 ? [whole] : [whole, [rest, 'minute']];
	}
	const rounded = Math.round(hours);
	return Math.abs(rounded) < 48 ? [[rounded, 'hour']] : [[Math.round(hours / 24), 'day']];
}

/** A moment from what databases, forms and the clock give. Throws RangeError on what is no date. */
export function toDate(value: Date | string | number): Date {
	const date = value instanceof Date ? value : new Date(value);
	if (Number.isNaN(date.getTime())) throw new RangeError(`not a date: ${String(value)}`);
	return date;
}
