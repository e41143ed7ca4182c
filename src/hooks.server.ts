// Every request: fill in who asks, pass the gates, draw the page in its language and colour, set the headers.
import { isHttpError } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { dirOf } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { enforceAccess, holdsNull, isCrossSite, isTooLarge, isTooLong } from '#app/gate.ts';
import { headersFor } from '#app/headers.ts';
import { isOutage, localsInOutage } from '#app/outage.ts';
import { refusalPage } from '#app/refusal-page.ts';
import { fillLocals } from '#app/request.ts';
import sheet from '#ui/app.css?url';

const fill: Handle = async ({ event, resolve }) => {
	try {
		await fillLocals(event);
	} catch (error) {
		if (!isOutage(error)) throw error;
		Object.assign(event.locals, localsInOutage(event));
		const page = refusalPage(event, 503, 'error.503.body', sheet);
		page.headers.set('retry-after', '5');
		return page;
	}
	return resolve(event);
};

const gates: Handle = ({ event, resolve }) => {
	if (isCrossSite(event.request)) return refusalPage(event, 403, 'request.cross_site', sheet);
	if (isTooLong(event)) return refusalPage(event, 414, 'request.address_too_long', sheet);
	if (isTooLarge(event)) return refusalPage(event, 413, 'request.too_large', sheet);
	if (holdsNull(event)) return refusalPage(event, 404, 'error.404.body', sheet);
	try {
		enforceAccess(event);
	} catch (refused) {
		if (!isHttpError(refused)) throw refused;
		return refusalPage(event, refused.status, refused.body.code ?? `error.${refused.status}.body`, sheet);
	}
	return resolve(event);
};

/** What `app.html` leaves open. */
const left = /%app\.(lang|dir|hue|body)%/g;
const lastLeft = '%app.body%';

const draw: Handle = async ({ event, resolve }) => {
	const { locale, tree } = event.locals;
	const shown = event.locals.space ?? tree.root;
	const desk = event.route.id?.includes('/desk') ? 'desk' : '';
	const own: Record<string, string> = {
		lang: locale,
		dir: dirOf(locale),
		hue: `hue-${shown?.hue ?? 270} chroma-${shown?.chroma ?? 'high'}`,
		body: desk,
	};
	const response = await resolve(event, {
		transformPageChunk({ html }) {
			// All of it stands before the page's own text, which is long: left as it is.
			const end = html.indexOf(lastLeft) + lastLeft.length;
			return html.slice(0, end).replace(left, (_, name: string) => own[name]!) + html.slice(end);
		},
	});
	for (const [name, value] of headersFor(event, response)) response.headers.set(name, value);
	return response;
};

export const handle = sequence(fill, draw, gates);

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return { message: error.message };
	const id = crypto.randomUUID().slice(0, 8);
	installation().log('error', {
		id,
		// Private links stay out of the log: whoever reads it would hold the key.
		path: event.route.id?.includes('[token]') ? event.route.id : event.url.pathname,
		error: error instanceof Error ? (error.stack ?? error.message) : String(error),
	});
	return isOutage(error)
		? { status: 503, message: id, code: 'error.503.title' }
		: { message: id, code: 'error.500.title' };
};
