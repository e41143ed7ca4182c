// Schemas of fields people type, with the refusals their sentences need.
import { z } from 'zod';
import { stripBidiControls } from '#platform/html/index.ts';
import { amountOf } from './amount.ts';

/** What no text needs and some formats cannot hold: C0 and C1 controls, half surrogates, noncharacters (XML 1.0, jsonb). */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;
/** Nothing a reader could see: spaces, format characters (joiners, bidi controls), blank letters. */
const unseen = /^[\s\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** They print letters backwards (UAX 9, LRO and RLO): no language needs them, and they come unseen with what is pasted. */
const overrides = /[\u202d\u202e]/g;

/** True when a text holds what no field takes. */
export const hasControls = (text: string): boolean => controls.test(text);

/** Text over one or several lines: trimmed, NFC, letters in their order, something to see, no controls but line breaks and tabs, lengths in code points. */
export const textField = (min: number, max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').replace(overrides, '').replace(/\r\n?/g, '\n').trim())
		.superRefine((text, context) => {
			const length = Array.from(text).length;
			if (min > 0 && unseen.test(text)) context.addIssue({ code: 'custom', message: 'field.missing' });
			else if (length < min)
				context.addIssue({ code: 'too_small', origin: 'string', minimum: min, inclusive: true, input: text });
			if (length > max)
				context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: text });
			if (hasControls(text)) context.addIssue({ code: 'custom', message: 'field.control_characters' });
		});

/** One line: as textField, without line breaks. */
export const lineField = (min: number, max: number) =>
	textField(min, max).transform((text) => text.replace(/[\n\t\u2028\u2029]+/g, ' '));

/** What somebody is called: one line without what makes two names look alike or turns the words beside it. */
export const nameField = (min: number, max: number) => lineField(min, max).transform(stripBidiControls);

/** An empty or absent field becomes null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const idField = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'field.invalid');
export const localeField = z.enum(['ar', 'fr', 'es', 'en', 'zgh']);
export const emailField = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** A whole number as the database keeps it (integer); the count of changes a form was drawn from. */
export const countField = z.coerce.number().int().min(0).max(2_147_483_647);
/** An amount of money, as people write it or as a number. */
export const amountField = z.preprocess(
	(value) => (typeof value === 'string' ? (amountOf(value) ?? value) : value),
	z.number('field.amount_wrong').min(0).max(1e12),
);
