// Turns a schema's complaints into refusals: one code per field, with what the sentence needs.
import type { z } from 'zod';
import { asOne, type Refusal } from '#platform/refusal.ts';

type Issue = z.core.$ZodIssue;

/** A schema may name the refusal itself, in place of a message. */
const isCode = (message: string): boolean => /^[a-z_]+\.[a-z_]+$/.test(message);

function codeOf(issue: Issue): Pick<Refusal, 'code' | 'params'> {
	if (isCode(issue.message)) return { code: issue.message };
	switch (issue.code) {
		case 'too_small':
			if (issue.origin === 'number') return { code: 'field.too_low', params: { min: Number(issue.minimum) } };
			return Number(issue.minimum) <= 1
				? { code: 'field.missing' }
				: { code: 'field.too_short', params: { min: Number(issue.minimum) } };
		case 'too_big':
			return {
				code: issue.origin === 'number' ? 'field.too_high' : 'field.too_long',
				params: { max: Number(issue.maximum) },
			};
		case 'invalid_type':
			return { code: issue.input === undefined ? 'field.missing' : 'field.invalid' };
		case 'invalid_format':
			return { code: issue.format === 'email' ? 'field.email_invalid' : 'field.invalid' };
		default:
			return { code: 'field.invalid' };
	}
}

/** The first complaint of each field. */
export function refusalsOf(error: z.ZodError): Refusal[] {
	const fields = new Map<string, Refusal>();
	for (const issue of error.issues) {
		const field = issue.path.join('.');
		if (!fields.has(field)) fields.set(field, { ...codeOf(issue), field });
	}
	return [...fields.values()];
}

/** The same as one refusal, the first field leading. */
export const refusalOf = (error: z.ZodError): Refusal => asOne(refusalsOf(error)) ?? { code: 'field.invalid' };
