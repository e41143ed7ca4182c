// The API: routes made of what rooms declare; every act goes through the same runner as the pages.
import { Hono } from 'hono';
import { isRefused, type Refusal, Refused, refuse } from '#platform/refusal.ts';
import { locales, negotiate } from '#platform/i18n/index.ts';
import { refusalOf, run } from '#platform/server/commands/index.ts';
import { type Installation, installation } from '#platform/server/installation.ts';
import { limit, limitActs } from '#platform/server/rate-limit.ts';
import { shortenAddress } from '../client.ts';
import { readAnswer } from './answer.ts';
import { readBody } from './body.ts';
import { callerOf } from './caller.ts';
import { openApiDocument } from './document.ts';
import { type Act, operationsOf, type Read } from './operations.ts';
import { problemResponse } from './problem.ts';

interface Env {
	Bindings: { /** The caller's address. */ address: string };
	Variables: { requestId: string };
}

const languageOf = (headers: Headers) => {
	const asked = headers.get('accept-language');
	return asked ? negotiate(asked, locales) : 'en';
};

async function answerRead(
	{ query }: Read,
	request: Request,
	params: Record<string, string>,
	address: string,
): Promise<Response> {
	const { db, clock } = installation();
	const { actor, space } = await callerOf(request.headers, params['space'], address);
	const { space: _space, ...named } = params;
	const asked = query.input.safeParse({ ...Object.fromEntries(new URL(request.url).searchParams), ...named });
	if (!asked.success) throw new Refused(refusalOf(asked.error));
	const found = await query.run({
		db,
		input: asked.data,
		actor,
		spaceId: space?.id ?? null,
		locale: languageOf(request.headers),
		now: clock(),
	});
	if (found === null) refuse('subject.not_found');
	return readAnswer(request, query.output.parse(found), { personal: actor.kind === 'person' });
}

function keyIn(headers: Headers, isGuest: boolean): string | null {
	const key = headers.get('idempotency-key');
	if (key === null) return isGuest ? refuse('key.missing', {}, 'Idempotency-Key') : null;
	return /^[\x21-\x7e]{16,200}$/.test(key) ? key : refuse('key.wrong', {}, 'Idempotency-Key');
}

async function answerAct({ command }: Act, request: Request, spaceName: string, address: string): Promise<Response> {
	const { db, pool, clock } = installation();
	const { actor, space, client } = await callerOf(request.headers, spaceName, address);
	const isGuest = actor.kind === 'guest';
	const key = keyIn(request.headers, isGuest);
	await limitActs(pool, client);
	if (isGuest) await limit(pool, 'guest_acts', shortenAddress(address));
	const { device: _device, ...input } = await readBody(request);
	const call = {
		actor,
		spaceId: space?.id ?? null,
		now: clock(),
		locale: languageOf(request.headers),
		...(key ? { key: `api:${client}:${key}` } : {}),
	};
	try {
		const result = await run(db, command, call, input);
		return Response.json(result ?? {}, { headers: { 'cache-control': 'no-store' } });
	} catch (error) {
		// A guest who is not allowed may be once they say who they are.
		if (isRefused(error) && isGuest && error.refusal.code === 'access.denied')
			throw new Refused({ code: 'access.sign_in' });
		throw error;
	}
}

const openToAll = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, link, x-request-id' };
const preflight = {
	...openToAll,
	'access-control-allow-methods': 'GET, HEAD',
	'access-control-allow-headers': 'if-none-match, x-request-id',
	'access-control-max-age': '86400',
};
const toHono = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function make(running: Installation): Hono<Env> {
	const app = new Hono<Env>();
	const operations = operationsOf(running.rooms);
	const document = openApiDocument(operations, { version: running.version, origin: running.config.origin });
	const refusal = (request: Request, why: Refusal, id: string) => problemResponse(why, languageOf(request.headers), id);
	const methodWrong = (allowed: string) => (context: { req: { raw: Request }; get(name: 'requestId'): string }) => {
		const response = refusal(
			context.req.raw,
			{ code: 'request.method_wrong', params: { allowed } },
			context.get('requestId'),
		);
		response.headers.set('allow', allowed);
		return response;
	};

	app.use(async (context, next) => {
		const given = context.req.header('x-request-id') ?? '';
		const id = /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID();
		context.set('requestId', id);
		await next();
		context.res.headers.set('x-request-id', id);
		const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
		if (reads) for (const [name, value] of Object.entries(openToAll)) context.res.headers.set(name, value);
	});
	app.onError((error, context) => {
		if (isRefused(error)) return refusal(context.req.raw, error.refusal, context.get('requestId'));
		running.log('error', { id: context.get('requestId'), path: context.req.path, error: error.stack ?? error.message });
		return Response.json(
			{
				type: 'about:blank',
				title: 'Internal Server Error',
				status: 500,
				code: 'error.500.title',
				instance: `urn:joussour:request:${context.get('requestId')}`,
			},
			{ status: 500, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
		);
	});
	app.notFound((context) => refusal(context.req.raw, { code: 'request.not_found' }, context.get('requestId')));

	app.get('/api/openapi.json', (context) => readAnswer(context.req.raw, document, { personal: false }));
	app.options('/api/openapi.json', () => new Response(null, { status: 204, headers: preflight }));
	app.all('/api/openapi.json', methodWrong('GET, HEAD, OPTIONS'));
	for (const operation of operations) {
		const path = toHono(operation.path);
		if (operation.method === 'GET') {
			app.get(path, (context) =>
				answerRead(operation, context.req.raw, context.req.param() as Record<string, string>, context.env.address),
			);
			app.options(
				path,
				() => new Response(null, { status: 204, headers: { ...preflight, allow: 'GET, HEAD, OPTIONS' } }),
			);
			app.all(path, methodWrong('GET, HEAD, OPTIONS'));
		} else {
			app.post(path, (context) =>
				answerAct(
					operation,
					context.req.raw,
					(context.req.param() as Record<string, string>)['space']!,
					context.env.address,
				),
			);
			app.options(path, () => new Response(null, { status: 204, headers: { allow: 'POST, OPTIONS' } }));
			app.all(path, methodWrong('POST, OPTIONS'));
		}
	}
	return app;
}

const made = new WeakMap<Installation, Hono<Env>>();

/** Answers a request below /api. `address` is the caller's, for limits and for telling guests apart. */
export async function answerApi(request: Request, address: string): Promise<Response> {
	const running = installation();
	const app = made.get(running) ?? make(running);
	made.set(running, app);
	return app.fetch(request, { address });
}
