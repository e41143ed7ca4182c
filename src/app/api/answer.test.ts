// Reads: strong tags, nothing sent twice, the address of what follows; bodies: JSON and no more than a megabyte.
import { describe, expect, test } from 'vitest';
import { Refused } from '#platform/refusal.ts';
import { readAnswer } from './answer.ts';
import { mostBytes, readBody } from './body.ts';
import { problemOf, problemStatus } from './problem.ts';

const ask = (headers: Record<string, string> = {}, query = '') =>
	new Request(`https://example.org/api/v1/works${query}`, { headers });

describe('a read', () => {
	test('is tagged by its content and not sent to whoever has it', async () => {
		const first = readAnswer(ask(), { a: 1 }, { personal: false });
		const etag = first.headers.get('etag')!;
		expect(etag).toMatch(/^"[\w-]{43}"$/);
		expect(await first.json()).toEqual({ a: 1 });
		const again = readAnswer(ask({ 'if-none-match': `"other", W/${etag}` }), { a: 1 }, { personal: false });
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
		expect(readAnswer(ask({ 'if-none-match': etag }), { a: 2 }, { personal: false }).status).toBe(200);
	});

	test('made with a token is kept by nobody else', () => {
		expect(readAnswer(ask(), {}, { personal: true }).headers.get('cache-control')).toBe('private, no-cache');
	});

	test('links to what follows with the rest of the question', () => {
		expect(readAnswer(ask({}, '?locale=fr&cursor=a'), { next: 'b c' }, { personal: false }).headers.get('link')).toBe(
			'</api/v1/works?locale=fr&cursor=b+c>; rel="next"',
		);
		expect(readAnswer(ask(), { next: null }, { personal: false }).headers.has('link')).toBe(false);
	});
});

describe('a body', () => {
	const send = (body: BodyInit, type = 'application/json') =>
		readBody(new Request('https://example.org/', { method: 'POST', body, headers: { 'content-type': type } }));
	const refusal = (work: Promise<unknown>) =>
		work.then(
			() => null,
			(error: unknown) => (error instanceof Refused ? error.refusal.code : error),
		);

	test('is one JSON object', async () => {
		expect(await send('{"a":1}', 'application/json; charset=utf-8')).toEqual({ a: 1 });
		for (const wrong of ['', '{', '[]', 'null', '"a"']) expect(await refusal(send(wrong))).toBe('request.not_json');
		expect(await refusal(send(Buffer.from([0x22, 0xff, 0x22])))).toBe('request.not_json');
		expect(await refusal(send('{}', 'text/plain'))).toBe('request.bad_type');
		expect(await refusal(send('{}', 'application/jsonp'))).toBe('request.bad_type');
	});

	test('is a megabyte at most, counted as it comes', async () => {
		const filled = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;
		expect(await refusal(send(filled(mostBytes)))).toBeNull();
		expect(await refusal(send(filled(mostBytes + 1)))).toBe('request.too_large');
	});
});

test('a problem names code, field and every refused field, in the language asked for', () => {
	const problem = problemOf(
		{ code: 'field.missing', field: 'title', others: [{ code: 'field.too_long', params: { max: 9 }, field: 'text' }] },
		'fr',
		'r1',
	);
	expect(problem).toMatchObject({
		status: 422,
		code: 'field.missing',
		field: 'title',
		title: 'Ce champ est obligatoire.',
		instance: 'urn:joussour:request:r1',
	});
	expect(problem.errors?.map(({ field }) => field)).toEqual(['title', 'text']);
	expect(problemStatus({ code: 'token.wrong' })).toBe(401);
});
