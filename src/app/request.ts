// Who asks, in which language, about which space: filled in once for every request.
import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#platform/actor.ts';
import { formatsFor, isLocale, type Locale, negotiate, locales, translatorFor } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { readSetting } from '#platform/server/settings.ts';
import { receiptOf, sessionOf } from '#foundations/accounts/server/index.ts';
import { type Role, type Space } from '#foundations/spaces/index.ts';
import { rolesOf, type SpaceTree, spaceTree } from '#foundations/spaces/server/index.ts';
import { readDevice } from './devices.ts';

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
	const asked = first === 'setup' ? event.url.searchParams.get('language') : null;
	if (asked !== null && isLocale(asked)) return asked;
	return negotiate(event.request.headers.get('accept-language') ?? '', space?.languages ?? locales);
}

/** A private link belongs to the space of what it shows. */
async function spaceOfReceipt({ route, params }: RequestEvent, tree: SpaceTree): Promise<Space | null> {
	if (route.id !== '/[locale=locale]/r/[token]') return null;
	const receipt = await receiptOf(installation().db, (params as { token: string }).token);
	return receipt ? (tree.byId.get(receipt.spaceId) ?? null) : null;
}

/** Fills `event.locals`. The space is the one of the address, else the root portal. */
export async function fillLocals(event: RequestEvent): Promise<void> {
	const { clock, db } = installation();
	const tree = await spaceTree();
	const named = (event.params as { space?: string }).space;
	const space =
		named === undefined ? ((await spaceOfReceipt(event, tree)) ?? tree.root) : (tree.byAddress.get(named) ?? null);
	const locale = localeOf(event, space);
	const person = event.request.headers.has('cookie') ? await sessionOf(event.request.headers) : null;
	const roles: Map<string, Role[]> = person ? await rolesOf(db, person.personId, tree) : new Map();
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
		device: readDevice(event),
	} satisfies App.Locals);
}
