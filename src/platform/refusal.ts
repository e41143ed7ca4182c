// A refusal: a stable code (which is also its message key) with what the sentence needs, thrown as a value.

/** `noun.reason`, the key of the sentence a person reads. `field` names the form field it belongs to. */
export interface Refusal {
	code: string;
	params?: Record<string, string | number>;
	field?: string;
	/** Further refusals of the same form, one per field. */
	others?: readonly Refusal[];
}

/** Carries a refusal up to the edge (page, API, command line), which translates it. Never a fault of ours. */
export class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.code);
		this.name = 'Refused';
		this.refusal = refusal;
	}
}

/** Refuse with a code; `params` fill the sentence. */
export function refuse(code: string, params?: Record<string, string | number>, field?: string): never {
	throw new Refused({ code, ...(params ? { params } : {}), ...(field ? { field } : {}) });
}

/** Several refusals of one form as one, the first leading; null for none. */
export function asOne([first, ...others]: readonly Refusal[]): Refusal | null {
	return first ? { ...first, ...(others.length > 0 ? { others } : {}) } : null;
}

/** Refuses with all of them; does nothing when there are none. */
export function refuseAll(refusals: readonly Refusal[]): void {
	const refusal = asOne(refusals);
	if (refusal) throw new Refused(refusal);
}

/** True for a refusal, also across two loaded copies of this file (pages are bundled, the worker is not). */
export function isRefused(error: unknown): error is Refused {
	return error instanceof Error && error.name === 'Refused' && 'refusal' in error;
}

/** The HTTP status of a refusal, by the end of its code. */
export function statusOf(refusal: Refusal): number {
	const [, reason = ''] = refusal.code.split('.', 2);
	if (refusal.code === 'access.sign_in') return 401;
	if (refusal.code === 'access.denied') return 403;
	if (reason === 'not_found') return 404;
	if (reason === 'stale' || reason === 'already_done') return 409;
	if (reason === 'too_large') return 413;
	if (reason === 'bad_type') return 415;
	if (reason === 'too_many') return 429;
	return 422;
}
