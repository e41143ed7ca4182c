// One comparison for every reader: which cases it reads as the specification has it.
import type { Case } from './cases.ts';

/** Reads a case into the neutral form, or throws. */
export type Reader = (bytes: Uint8Array, one: Case) => unknown;

export interface Miss {
	one: Case;
	/** `title: expected "a", was "b"` */
	why: string;
}

const stepInto = (value: unknown, step: string): unknown => {
	if (value === null || typeof value !== 'object') return undefined;
	return Array.isArray(value) && step === 'length' ? value.length : (value as Record<string, unknown>)[step];
};

/** Spaces, and the many ways to write one empty element, are no difference. */
function settled(value: unknown): unknown {
	if (typeof value === 'string')
		return value
			.replace(/\s*\/>/g, '>')
			.replace(/\s+/g, ' ')
			.trim();
	if (Array.isArray(value)) return value.map(settled);
	return value ?? null;
}

/** Why the case was not read as wished, or null. */
function missOf(one: Case, read: Reader): string | null {
	let found: unknown;
	try {
		found = read(one.bytes, one);
	} catch (error) {
		return `not read: ${String(error).slice(0, 200)}`;
	}
	for (const { path, value } of one.wishes) {
		const was = JSON.stringify(settled(path.reduce(stepInto, found)));
		const wished = JSON.stringify(settled(value));
		if (was !== wished) return `${path.join('.')}: expected ${wished}, was ${was}`;
	}
	return null;
}

export const missesOf = (cases: readonly Case[], read: Reader): Miss[] =>
	cases.flatMap((one) => {
		const why = missOf(one, read);
		return why === null ? [] : { one, why };
	});
