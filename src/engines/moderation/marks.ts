// A text cut where screening pointed at something, so that a moderator sees why it was held.

export interface MarkedPart {
	text: string;
	marked: boolean;
}

const isLowSurrogate = (text: string, at: number): boolean => {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
};

/** Cuts at spans (UTF-16 offsets, any order, perhaps overlapping or beyond the end); a character is never cut in two. */
export function markedParts(text: string, spans: readonly { start: number; end: number }[]): MarkedPart[] {
	const parts: MarkedPart[] = [];
	let at = 0;
	const upTo = (end: number, marked: boolean): void => {
		if (end <= at) return;
		const last = parts.at(-1);
		if (last?.marked === marked) last.text += text.slice(at, end);
		else parts.push({ text: text.slice(at, end), marked });
		at = end;
	};
	const whole = (offset: number, step: -1 | 1): number => {
		const inside = Math.min(Math.max(offset, 0), text.length);
		return isLowSurrogate(text, inside) ? inside + step : inside;
	};
	for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
		upTo(whole(span.start, -1), false);
		upTo(whole(span.end, 1), true);
	}
	upTo(text.length, false);
	return parts;
}
