// The device of a guest: a signed cookie, given when a guest first acts, never when one reads.
import { type Cookies, redirect, type RequestEvent } from '@sveltejs/kit';
import { installation } from '#platform/server/installation.ts';
import { limit } from '#platform/server/rate-limit.ts';
import { deviceIn, deviceKey, guestSince, newDevice } from '#foundations/accounts/server/index.ts';
import { addressOf } from './client.ts';

const cookieName = () => (installation().config.secure ? '__Host-device' : 'device');

export const deviceCookieOf = ({ cookies }: { cookies: Cookies }): string => cookies.get(cookieName()) ?? '';

/** The key of the device that asks; null when it has no cookie, or one we did not sign. */
export const readDevice = ({ cookies }: { cookies: Cookies }): string | null => deviceIn(cookies.get(cookieName()));

/** How long two clicks of a browser that takes no cookie count as one: too short for somebody else to repeat what they read. */
const doubleClick = 5_000;

/**
 * A device for one act of a browser that takes no cookie: another moment or other words are another device. Moments are cut
 * by the clock; a click that comes just after a cut is of the moment before when that one's act is not over yet.
 */
async function passingDevice(event: RequestEvent, act: string): Promise<string> {
	const now = event.locals.now.getTime();
	const moment = Math.floor(now / doubleClick);
	const browser = event.request.headers.get('user-agent');
	const at = (when: number) => deviceKey(JSON.stringify([event.getClientAddress(), browser, when, act]));
	const before = at(moment - 1);
	return (await guestSince(installation().db, before, new Date(now - doubleClick))) ? before : at(moment);
}

/** Gives the browser its cookie and has it send the same form again (307): a device counts once it came back with its cookie. */
function giveDevice(event: RequestEvent): never {
	event.cookies.set(cookieName(), newDevice(), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: installation().config.secure,
		maxAge: 365 * 86_400,
	});
	const { pathname, search } = event.url;
	return redirect(307, `${pathname}${search ? `${search}&` : '?'}again`);
}

/**
 * The device of a guest who acts, null for a person. A browser without one is given one first, as many as its
 * neighbourhood may have (refused `guest.too_many`); one that takes no cookie passes for a device of this act alone where
 * `act` says what is done, and for none where it does not.
 */
export async function deviceOf(event: RequestEvent, act?: string): Promise<string | null> {
	const { person, device } = event.locals;
	if (person) return null;
	if (device) return device;
	const isBack = event.url.searchParams.has('again');
	if (isBack && act === undefined) return null;
	await limit(installation().pool, 'new_devices', addressOf(event));
	return isBack ? passingDevice(event, act!) : giveDevice(event);
}
