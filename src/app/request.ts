// Who asks, in which language, about which space: filled in once for every request.
import { createHmac } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#platform/actor.ts';
import { formatsFor, isLocale, type Locale, negotiate, locales, translatorFor } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { readSetting } from '#platform/server/settings.ts';
import { deviceKey, sessionOf } from '#foundations/accounts/server/index.ts';
import { type Role, type Space } from '#foundations/spaces/index.ts';
import { rolesOf, type SpaceTree, spaceTree } from '#foundations/spaces/server/index.ts';

const deviceCookie = () => (installation().config.secure ? '__Host-device' : 'device');

/** How long two clicks of a browser without a cookie count as one: too short for somebody else to repeat what they read. */
const doubleClick = 5_000;

function firstAct(event: RequestEvent, act: string): string {
	const seen = [
		event.getClientAddress(),
		event.request.headers.get('user-agent'),
		Math.floor(event.locals.now.getTime() / doubleClick),
		act,
	];
	return createHmac('sha256', installation().secret).update(JSON.stringify(seen)).digest('base64url');
}

/**
 * Makes sure this device can be told apart from the next one; called when a guest acts, never when one reads. `act` says
 * what is being done: given it, the double click of a device that has no cookie yet is one act of one device.
 */
export function ensureDevice(event: RequestEvent, act?: string): string {
	if (event.locals.device) return event.locals.device;
	const cookie = crypto.randomUUID();
	event.cookies.set(deviceCookie(), cookie, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: installation().config.secure,
		maxAge: 365 * 86_400,
	});
	event.locals.device = deviceKey(act === undefined ? cookie : firstAct(event, act));
	return event.locals.device;
}

/** Whether this is a demonstration, read once for each form the tree of spaces takes. */
const demonstrations = new WeakMap<SpaceTree, Promise<boolean>>();
function isDemonstration(tree: SpaceTree): Promise<boolean> {
	const known = demonstrations.get(tree) ?? readSetting(installation().db, 'demo').then((value) => value === true);
	demonstrations.set(tree, known);
	return known;
}

function localeOf(event: RequestEvent, space: Space | null): Locale {
	const first = event.url.pathname.split('/', 2)[1];
	if (isLocale(first)) return first;
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
		demo: await isDemonstration(tree),
		actor: person
			? { kind: 'person', id: person.personId, roles: space ? (roles.get(space.id) ?? []) : [] }
			: anonymous,
		device: cookie ? deviceKey(cookie) : null,
	} satisfies App.Locals);
}
