// The access table: who may open or post to every route. A route without an entry does not compile, and fails a test.
import type { RouteId } from '$app/types';
import type { Role } from '#foundations/spaces/index.ts';
import { may } from '#foundations/spaces/index.ts';

export type Access =
	/** Everybody; what a page shows still depends on the reader. */
	| { who: 'all' }
	/** Only while the installation is empty. */
	| { who: 'set_up' }
	/** Whoever is signed in. */
	| { who: 'person' }
	/** Whoever holds one of the roles in the space of the address. */
	| { who: 'role'; roles: readonly Role[] }
	/** Whoever holds an admin role at the root. */
	| { who: 'root'; roles: readonly Role[] }
	/** The endpoint decides by token itself. */
	| { who: 'token' };

const all: Access = { who: 'all' };
const person: Access = { who: 'person' };
const inSpace = (roles: readonly Role[]): Access => ({ who: 'role', roles });
const atRoot = (roles: readonly Role[]): Access => ({ who: 'root', roles });
const staff: readonly Role[] = [...new Set(Object.values(may).flat())];

export const access: Readonly<Record<RouteId, Access>> = {
	'/': all,
	'/setup': { who: 'set_up' },
	'/sitemap.xml': all,
	'/robots.txt': all,
	'/events': all,
	'/w/[short]': all,
	'/files/[file]': all,
	'/api/[...path]': { who: 'token' },
	'/[locale=locale]': all,
	'/[locale=locale]/feed.xml': all,
	'/[locale=locale]/feed.json': all,
	'/[locale=locale]/search': all,
	'/[locale=locale]/about': all,
	'/[locale=locale]/design': all,
	'/[locale=locale]/api': all,
	'/[locale=locale]/kept': all,
	'/[locale=locale]/participate': all,
	'/[locale=locale]/place/[place]': all,
	'/[locale=locale]/c/[id]': all,
	'/[locale=locale]/r/[token]': all,
	'/[locale=locale]/flag/[kind]/[id]': all,
	'/[locale=locale]/invite/[token]': all,
	'/[locale=locale]/sign-in': all,
	'/[locale=locale]/sign-in/link': all,
	'/[locale=locale]/sign-in/confirm': all,
	'/[locale=locale]/sign-in/new-password': all,
	'/[locale=locale]/sign-up': all,
	'/[locale=locale]/s': all,
	'/[locale=locale]/s/[space]': all,
	'/[locale=locale]/s/[space]/feed.xml': all,
	'/[locale=locale]/s/[space]/feed.json': all,
	'/[locale=locale]/s/[space]/rules': all,
	'/[locale=locale]/s/[space]/kept': all,
	'/[locale=locale]/s/[space]/place/[place]': all,
	'/[locale=locale]/s/[space]/w/[slug]': all,
	'/[locale=locale]/s/[space]/participate': all,
	'/[locale=locale]/s/[space]/p/[process]': all,
	'/[locale=locale]/s/[space]/p/[process]/new': all,
	'/[locale=locale]/s/[space]/p/[process]/[number]': all,
	'/[locale=locale]/account': person,
	'/[locale=locale]/account/contributions': person,
	'/[locale=locale]/account/notices': person,
	'/[locale=locale]/account/export': person,
	'/[locale=locale]/desk': person,
	'/[locale=locale]/desk/s/[space]/works': inSpace([...may.write, ...may.sign_off]),
	'/[locale=locale]/desk/s/[space]/works/new': inSpace(may.write),
	'/[locale=locale]/desk/s/[space]/works/[work]': inSpace([...may.write, ...may.sign_off]),
	'/[locale=locale]/desk/s/[space]/works/[work]/discard': inSpace(may.write),
	'/[locale=locale]/desk/s/[space]/images': inSpace(may.write),
	'/[locale=locale]/desk/s/[space]/feeds': inSpace(may.review),
	'/[locale=locale]/desk/s/[space]/conversation': inSpace(may.speak),
	'/[locale=locale]/desk/s/[space]/moderation': inSpace(may.moderate),
	'/[locale=locale]/desk/s/[space]/moderation/[case]': inSpace(may.moderate),
	'/[locale=locale]/desk/s/[space]/moderation/decisions': inSpace(may.moderate),
	'/[locale=locale]/desk/s/[space]/rules': inSpace(may.moderate),
	'/[locale=locale]/desk/s/[space]/assisted': inSpace(may.assist),
	'/[locale=locale]/desk/s/[space]/processes': inSpace(may.answer),
	'/[locale=locale]/desk/s/[space]/processes/[process]': inSpace(may.answer),
	'/[locale=locale]/desk/s/[space]/proposals': inSpace(may.answer),
	'/[locale=locale]/desk/s/[space]/proposals/[proposal]': inSpace(may.answer),
	'/[locale=locale]/desk/s/[space]/commitments/[commitment]': inSpace(may.answer),
	'/[locale=locale]/desk/s/[space]/report': inSpace(may.read_figures),
	'/[locale=locale]/desk/s/[space]/report/[indicator]': inSpace(may.read_figures),
	'/[locale=locale]/desk/s/[space]/report/file.[format]': inSpace(may.read_figures),
	'/[locale=locale]/desk/s/[space]/members': inSpace(may.manage),
	'/[locale=locale]/desk/s/[space]/settings': inSpace(may.manage),
	'/[locale=locale]/desk/s/[space]/spaces/new': inSpace(may.administer),
	'/[locale=locale]/desk/s/[space]': inSpace(staff),
	'/[locale=locale]/desk/log': atRoot(may.administer),
	'/[locale=locale]/desk/health': atRoot(may.administer),
	'/[locale=locale]/desk/mail': atRoot(may.administer),
	'/[locale=locale]/desk/territories': atRoot(may.administer),
};

/** The refusal a request meets at the door of a route, or null. */
export function refusalAt(
	route: RouteId,
	who: { signedIn: boolean; roles: readonly string[]; rootRoles: readonly string[]; empty: boolean },
): string | null {
	const entry = access[route];
	const need = (held: readonly string[], roles: readonly string[]): string | null =>
		!who.signedIn ? 'access.sign_in' : roles.some((role) => held.includes(role)) ? null : 'access.denied';
	switch (entry.who) {
		case 'all':
		case 'token':
			return null;
		case 'set_up':
			return who.empty ? null : 'installation.already_done';
		case 'person':
			return who.signedIn ? null : 'access.sign_in';
		case 'role':
			return need(who.roles, entry.roles);
		case 'root':
			return need(who.rootRoles, entry.roles);
	}
}
