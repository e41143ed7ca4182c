// The page for refusals that come before any page can be drawn: a sentence in the reader's language and a way on.
import type { RequestEvent } from '@sveltejs/kit';
import { dirOf } from '#platform/i18n/index.ts';
import { escapeHtml } from '#platform/html/index.ts';

const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

function pageOf({ locals, url }: RequestEvent, status: number, text: string, sheet: string): string {
	const { locale, t, space, tree, person } = locals;
	const shown = space ?? tree.root;
	const title = escapeHtml(t.code(`error.${status}.title`));
	const link = (href: string, words: string, kind = '') =>
		`<a${kind} href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
	const way =
		status === 401 || (status === 403 && !person)
			? link(`/${locale}/sign-in?next=${encodeURIComponent(url.pathname)}`, t('common.sign_in'))
			: link(`/${locale}/search`, t('common.search'));
	return `<!doctype html>
<html lang="${locale}" dir="${dirOf(locale)}" class="hue-${shown?.hue ?? 270} chroma-${shown?.chroma ?? 'high'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${sheet}"></head>
<body><main id="main" class="wrap prose pbs-7 pbe-7"><h1>${title}</h1><p>${escapeHtml(text)}</p>
<p class="row">${link(`/${locale}`, t('common.home'), ' class="btn"')} ${way}</p></main></body></html>`;
}

/**
 * Answers a status with a sentence in the reader's language and a way on; JSON to those who ask for JSON. `sheet` is the
 * address of the style sheet, which only the bundled pages know.
 */
export function refusalPage(event: RequestEvent, status: number, code: string, sheet: string): Response {
	const text = event.locals.t.code(code);
	const headers = { 'cache-control': 'no-store' };
	if (
		(event.request.headers.get('accept') ?? '').includes('application/json') ||
		event.url.pathname.startsWith('/api/')
	)
		return Response.json(
			{ title: text, status, code },
			{ status, headers: { ...headers, 'content-type': 'application/problem+json' } },
		);
	return new Response(pageOf(event, status, text, sheet), {
		status,
		headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
	});
}
