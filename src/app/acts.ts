// From a form to a command and back: reads the form, runs, and turns a refusal into what the page shows beside the field.
import { createHash } from 'node:crypto';
import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { Refused, isRefused, type Refusal, statusOf } from '#platform/refusal.ts';
import { type Call, type Command, run } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { clientOf, countGuestAct, countRequest } from './client.ts';
import { deviceCookieOf } from './devices.ts';

/** What a page gets back after a refusal: which form, what was refused, everything typed but secrets. */
export interface FormState {
	form: string;
	refusals: readonly Refusal[];
	values: Record<string, string>;
}

const secret = /password|token|secret/i;
/** As much as a form without files may hold (gate.ts): whatever is refused, nothing typed is cut. */
const longestKept = 2_000_000;

/** Reads a posted form; a broken or foreign body is a refusal, never a fault. */
export async function readForm(event: RequestEvent): Promise<FormData> {
	try {
		return await event.request.formData();
	} catch (error) {
		const isLong = typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
		throw new Refused({ code: isLong ? 'request.too_large' : 'request.bad_type' });
	}
}

/** The text fields of a form, for filling it in again; several values of one name stand on their own lines. */
export function valuesOf(form: FormData): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string' && !secret.test(name))
			found[name] = (Object.hasOwn(found, name) ? `${found[name]}\n${value}` : value).slice(0, longestKept);
	return found;
}

const listOf = ({ others, ...first }: Refusal): Refusal[] => [first, ...(others ?? [])];

/** The answer of an action to a refusal. */
export const refused = (
	form: string,
	refusal: Refusal,
	values: Record<string, string> = {},
): ActionFailure<FormState> => fail(statusOf(refusal), { form, refusals: listOf(refusal), values });

/** The call of this request, in the space of its address. */
export function callOf(event: RequestEvent, key?: string): Call {
	const { actor, space, now, locale } = event.locals;
	return { actor, spaceId: space?.id ?? null, now, locale, ...(key ? { key } : {}) };
}

/**
 * The key of a form that may not act twice: who sends it, from which page as it was drawn (`nonce`, see Nonce.svelte),
 * with which content. A page kept for everybody carries no nonce; there the device tells its readers apart.
 */
function onceKey(event: RequestEvent, form: FormData, raw: unknown): string {
	// The cookie itself, which the database does not hold, keeps a copy of the database from opening what was answered.
	const client = [clientOf(event), deviceCookieOf(event)];
	const seen = [event.url.pathname, client, field(form, 'nonce').slice(0, 64), raw];
	return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}

interface Options<Raw, Result, Answer> {
	/** Name of the form, when a page has several. */
	form?: string;
	read: (form: FormData, aside: Aside) => Raw | Promise<Raw>;
	/** What follows success: usually a redirect. */
	done: (result: Result, form: FormData) => Answer | Promise<Answer>;
	/** The same content sent again from the same page is the same act. */
	once?: boolean;
	call?: (call: Call) => Call;
}

/** Does a part of reading a form; what it refuses beside a field is kept, to be said with all that is wrong. */
export type Aside = <Value>(work: () => Value | Promise<Value>, instead: Value) => Promise<Value>;

/** Refusals kept aside while a form is read. */
export function keepAside(): { unread: Refusal[]; aside: Aside } {
	const unread: Refusal[] = [];
	return {
		unread,
		aside: async (work, instead) => {
			try {
				return await work();
			} catch (error) {
				if (!isRefused(error) || !error.refusal.field) throw error;
				unread.push(...listOf(error.refusal));
				return instead;
			}
		},
	};
}

/** Runs a command from a posted form. Refusals become a failure with everything typed; anything else is a fault. */
export async function submit<Schema extends z.ZodType, Loaded, Result, Raw, Answer>(
	event: RequestEvent,
	command: Command<Schema, Loaded, Result>,
	options: Options<Raw, Result, Answer>,
): Promise<Answer | ActionFailure<FormState>> {
	const name = options.form ?? 'default';
	let form: FormData | null = null;
	let result: Result;
	try {
		form = await readForm(event);
		await countRequest(event);
		const { unread, aside } = keepAside();
		const raw = await options.read(form, aside);
		await countGuestAct(event);
		const once = options.once ? { ...callOf(event, onceKey(event, form, raw)), renews: true } : callOf(event);
		const call = { ...once, unread };
		result = await run(installation().db, command, options.call ? options.call(call) : call, raw);
	} catch (error) {
		if (isRefused(error)) return refused(name, error.refusal, form ? valuesOf(form) : {});
		throw error;
	}
	return options.done(result, form);
}

/** Runs something that is not a command (signing in, reading a file) with the same treatment of refusals. */
export async function attempt<Answer>(
	event: RequestEvent,
	name: string,
	work: (form: FormData) => Promise<Answer>,
): Promise<Answer | ActionFailure<FormState>> {
	let form: FormData | null = null;
	try {
		form = await readForm(event);
		return await work(form);
	} catch (error) {
		if (isRefused(error)) return refused(name, error.refusal, form ? valuesOf(form) : {});
		throw error;
	}
}

/** One text field, as it was typed. */
export const field = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** Values of fields named `prefix.ar`, `prefix.fr`…: only those filled in. */
export function perLocale(form: FormData, prefix: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [name, value] of form)
		if (name.startsWith(`${prefix}.`) && typeof value === 'string' && value.trim() !== '')
			found[name.slice(prefix.length + 1)] = value;
	return found;
}
