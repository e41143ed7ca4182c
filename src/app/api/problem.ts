// Refusals as problem details (RFC 9457), with their sentence in the caller's language.
import type { Locale } from '#platform/i18n/index.ts';
import { translatorFor } from '#platform/i18n/index.ts';
import { type Refusal, statusOf } from '#platform/refusal.ts';

const statuses: Readonly<Record<string, number>> = {
	'token.wrong': 401,
	'key.missing': 400,
	'key.wrong': 400,
	'request.not_json': 400,
	'request.method_wrong': 405,
};

export const problemStatus = (refusal: Refusal): number => statuses[refusal.code] ?? statusOf(refusal);

/** The body of a problem; every refused field is named in `errors`. */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string) {
	const t = translatorFor(locale);
	const { others = [], ...first } = refusal;
	const fields = [first, ...others].filter((one) => one.field !== undefined);
	return {
		type: `urn:joussour:refusal:${first.code}`,
		title: t.code(first.code, first.params),
		status: problemStatus(refusal),
		code: first.code,
		...(first.field === undefined ? {} : { field: first.field }),
		...(fields.length > 0
			? { errors: fields.map(({ field, code, params }) => ({ field, code, title: t.code(code, params) })) }
			: {}),
		instance: `urn:joussour:request:${requestId}`,
	};
}

/** The answer to a refused request. */
export function problemResponse(refusal: Refusal, locale: Locale, requestId: string): Response {
	const status = problemStatus(refusal);
	const minutes = Number(refusal.params?.['minutes'] ?? 1);
	return Response.json(problemOf(refusal, locale, requestId), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'content-language': locale,
			'cache-control': 'no-store',
			...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
			...(status === 429 ? { 'retry-after': String(minutes * 60) } : {}),
		},
	});
}
