// A browser in miniature: it keeps its cookies, sends forms to the actions of pages, and sends one again where told to (307).
import { type ActionFailure, isActionFailure, isRedirect, type RequestEvent } from '@sveltejs/kit';
import type { FormState } from '#app/acts.ts';
import { fillLocals } from '#app/request.ts';

type Action = (event: never) => unknown;

export interface Visit {
	/** How often the form was sent: twice when a cookie was given first. */
	sent: number;
	/** Where a form that was taken leads. */
	location: string | null;
	/** Status and what the page shows, of a form that was refused. */
	refused: ActionFailure<FormState> | null;
}

export interface Browser {
	cookies: Map<string, string>;
	/** Attributes of the cookies that were set. */
	attributes: Map<string, Record<string, unknown>>;
	event(path: string, params?: Record<string, string>, fields?: Record<string, string>): Promise<RequestEvent>;
	send(action: Action, path: string, fields: Record<string, string>, params?: Record<string, string>): Promise<Visit>;
}

let count = 0;

/** A new browser at an address of its own unless one is given. `takesCookies` false is one that keeps none. */
export function aBrowser(
	given: { address?: string; agent?: string; cookie?: [string, string]; takesCookies?: boolean } = {},
): Browser {
	const address = given.address ?? `10.200.${++count}.7`;
	const cookies = new Map<string, string>(given.cookie ? [given.cookie] : []);
	const attributes = new Map<string, Record<string, unknown>>();

	const event: Browser['event'] = async (path, params = {}, fields) => {
		const url = new URL(path, 'http://127.0.0.1:3000');
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const made = {
			url,
			params,
			route: { id: null },
			request: new Request(url, {
				...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
				headers: { 'user-agent': given.agent ?? 'story', ...(cookie ? { cookie } : {}) },
			}),
			cookies: {
				get: (name: string) => cookies.get(name),
				set(name: string, value: string, options: Record<string, unknown>) {
					if (given.takesCookies === false) return;
					cookies.set(name, value);
					attributes.set(name, options);
				},
			},
			locals: {},
			getClientAddress: () => address,
			setHeaders: () => undefined,
		} as unknown as RequestEvent;
		await fillLocals(made);
		return made;
	};

	async function send(
		action: Action,
		path: string,
		fields: Record<string, string>,
		params: Record<string, string> = {},
		sent = 1,
	): Promise<Visit> {
		try {
			const answer = await action((await event(path, params, fields)) as never);
			if (!isActionFailure(answer)) throw new Error('the form led nowhere');
			return { sent, location: null, refused: answer as unknown as Visit['refused'] };
		} catch (thrown) {
			if (!isRedirect(thrown)) throw thrown;
			return thrown.status === 307
				? send(action, thrown.location, fields, params, sent + 1)
				: { sent, location: thrown.location, refused: null };
		}
	}
	return { cookies, attributes, event, send: (action, path, fields, params) => send(action, path, fields, params) };
}
