// Schemas of fields people type, with the refusals their sentences need.
import { z } from 'zod';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text over one or several lines: trimmed, NFC, no control characters (line breaks and tabs stay), lengths in code points. */
export const textField = (min: number, max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
		.superRefine((text, context) => {
			const length = Array.from(text).length;
			if (min > 0 && length === 0) context.addIssue({ code: 'custom', message: 'field.missing' });
			else if (length < min)
				context.addIssue({ code: 'too_small', origin: 'string', minimum: min, inclusive: true, input: text });
			if (length > max)
				context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: text });
			if (controls.test(text)) context.addIssue({ code: 'custom', message: 'field.control_characters' });
		});

/** One line: as textField, without line breaks. */
export const lineField = (min: number, max: number) =>
	textField(min, max).transform((text) => text.replace(/[\n\t\u2028\u2029]+/g, ' '));

/** An empty or absent field becomes null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const idField = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'field.invalid');
export const localeField = z.enum(['ar', 'fr', 'es', 'en', 'zgh']);
export const emailField = z.string().trim().toLowerCase().pipe(z.email().max(254));
