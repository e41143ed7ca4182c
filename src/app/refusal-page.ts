// A plain page for refusals that come before any page can be drawn: no script, no style but the sheet's defaults.
import type { RequestEvent } from '@sveltejs/kit';
import { dirOf } from '#platform/i18n/index.ts';
import { escapeHtml } from '#platform/html/index.ts';

/** Answers a status with a sentence in the reader's language and a way back; JSON to those who ask for JSON. */
export function refusalPage(event: RequestEvent, status: number, code: string): Response {
	const { locale, t } = event.locals;
	const text = t.code(code);
	const headers = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" };
	if (
		(event.request.headers.get('accept') ?? '').includes('application/json') ||
		event.url.pathname.startsWith('/api/')
	)
		return Response.json(
			{ title: text, status, code },
			{ status, headers: { ...headers, 'content-type': 'application/problem+json' } },
		);
	const html = `<!doctype html><html lang="${locale}" dir="${dirOf(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(text)}</title><main><h1>${escapeHtml(text)}</h1><p><a href="/${locale}">${escapeHtml(t('common.home'))}</a></p></main></html>`;
	return new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}
