// Who asks, in which language, about which space: filled in once for every request.
import { createHmac } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#platform/actor.ts';
import { formatsFor, isLocale, type Locale, negotiate, locales, translatorFor } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { readSetting } from '#platform/server/settings.ts';
import { deviceKey, sessionOf } from '#foundations/accounts/server/index.ts';
import { type Role, type Space } from '#foundations/spaces/index.ts';
import { rolesOf, spaceTree } from '#foundations/spaces/server/index.ts';
import { clientOf } from './client.ts';

const deviceCookie = () => (installation().config.secure ? '__Host-device' : 'device');

const tenMinutes = 600_000;

/** The same act sent twice by a browser that has no cookie yet comes from the same device: nobody else can guess it. */
const cookieFor = (event: RequestEvent, act: string): string =>
	createHmac('sha256', installation().secret)
		.update(JSON.stringify(['new device', clientOf(event), Math.floor(event.locals.now.getTime() / tenMinutes), act]))
		.digest('base64url');

/**
 * Makes sure this device can be told apart from the next one; called when a guest acts, never when one reads. `act` is
 * what the guest does, in words of their own: given it, a double click does not make two devices.
 */
export function ensureDevice(event: RequestEvent, act?: string): string {
	if (event.locals.device) return event.locals.device;
	const cookie = act === undefined ? crypto.randomUUID() : cookieFor(event, act);
	event.cookies.set(deviceCookie(), cookie, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: installation().config.secure,
		maxAge: 365 * 86_400,
	});
	event.locals.device = deviceKey(cookie);
	return event.locals.device;
}

let demo: boolean | null = null;

function localeOf(event: RequestEvent, space: Space | null): Locale {
	const { locale } = event.params as { locale?: string };
	if (locale && isLocale(locale)) return locale;
	return negotiate(event.request.headers.get('accept-language') ?? '', space?.languages ?? locales);
}

/** Fills `event.locals`. The space is the one of the address, else the root portal. */
export async function fillLocals(event: RequestEvent): Promise<void> {
	const { clock, db } = installation();
	const tree = await spaceTree();
	const named = (event.params as { space?: string }).space;
	const space = named === undefined ? tree.root : (tree.byAddress.get(named) ?? null);
	const locale = localeOf(event, space);
	const person = event.request.headers.has('cookie') ? await sessionOf(event.request.headers) : null;
	const roles: Map<string, Role[]> = person ? await rolesOf(db, person.personId, tree) : new Map();
	demo ??= (await readSetting(db, 'demo')) === true ? true : null;
	const cookie = event.cookies.get(deviceCookie());
	const shown = space ?? tree.root;
	Object.assign(event.locals, {
		locale,
		t: translatorFor(locale),
		f: formatsFor(locale, { region: shown?.region ?? 'MA', zone: shown?.zone ?? 'Africa/Casablanca' }),
		now: clock(),
		tree,
		space,
		person,
		roles,
		demo: demo === true,
		actor: person
			? { kind: 'person', id: person.personId, roles: space ? (roles.get(space.id) ?? []) : [] }
			: anonymous,
		device: cookie ? deviceKey(cookie) : null,
	} satisfies App.Locals);
}
