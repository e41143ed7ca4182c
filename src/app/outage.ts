// When the database is away for a moment: a page that says so, and when to come back. Pages in the cache are still read.
import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#platform/actor.ts';
import { formatsFor, isLocale, negotiate, translatorFor } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';

/** PostgreSQL class 57P (shutdown, starting up) and 08 (connection), and what the network says. */
const away = /^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;

/** True for an error that says that the database cannot be reached now. */
export function isOutage(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return away.test(code) || /timeout exceeded when trying to connect|Connection terminated/i.test(error.message);
}

/** The least a page needs, without asking the database. */
export function localsInOutage(event: RequestEvent): App.Locals {
	const asked = (event.params as { locale?: string }).locale ?? '';
	const locale = isLocale(asked) ? asked : negotiate(event.request.headers.get('accept-language'));
	const none = { root: null, all: [], byId: new Map(), byAddress: new Map() };
	return {
		locale,
		t: translatorFor(locale),
		f: formatsFor(locale),
		now: installation().clock(),
		tree: none,
		space: null,
		person: null,
		actor: anonymous,
		roles: new Map(),
		device: null,
		demo: false,
	};
}
