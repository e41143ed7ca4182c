// Whatever is sent to a form: a refusal beside the field in the reader's language, everything typed kept, never a fault.
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { postForm } from '#test/network.ts';
import {
	type Doors,
	escaped,
	type Form,
	isMarked,
	leaks,
	openDoors,
	sentence,
	summaryOf,
	unescaped,
} from './bad-input-forms.ts';

const { url, dataDir } = inject('demo');
let doors: Doors;
beforeAll(async () => {
	doors = await openDoors(url, dataDir);
});
afterAll(() => doors?.close());

interface Answer {
	status: number;
	html: string;
	location: string | null;
}
let last = Date.now();
async function read(answer: Response): Promise<Answer> {
	const took = Date.now() - last;
	last = Date.now();
	if (took > 400) console.log('SLOW', took, answer.url, answer.status);
	const html = await answer.text();
	expect(html, `${answer.status} ${answer.url}`).not.toMatch(leaks);
	expect(answer.status, answer.url).toBeLessThan(500);
	return { status: answer.status, html, location: answer.headers.get('location') };
}
const send = async (form: Form, values: Record<string, string>, locale = 'fr'): Promise<Answer> =>
	read(await postForm(url, `/${locale}${form.page}`, form.action, values, form.cookie ? { cookie: form.cookie } : {}));
const sendRaw = async (form: Form, type: string | null, body: BodyInit, locale = 'fr'): Promise<Answer> =>
	read(
		await fetch(`${url}/${locale}${form.page}${form.action ? `?/${form.action}` : ''}`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				accept: 'text/html',
				'sec-fetch-site': 'same-origin',
				'user-agent': `reader ${Math.random()}`,
				...(type ? { 'content-type': type } : {}),
				...(form.cookie ? { cookie: form.cookie } : {}),
			},
			body,
		}),
	);

const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500 && status !== 429;
/** Every text of the filling but those named stands in the page again. */
function expectKept(form: Form, html: string, values: Record<string, string>): void {
	for (const name of form.texts)
		if (!form.secret?.includes(name) && values[name])
			expect(unescaped(html).includes(values[name].trim()), `${form.name}: ${name} is kept`).toBe(true);
}
const problems: string[] = [];
const note = (what: string, ok: boolean, detail = '') => {
	if (!ok) problems.push(`${what} ${detail}`);
};

test('probe', async () => {
	for (const form of doors.forms) {
	console.log('FORM', form.name);
		for (const locale of ['fr', 'ar'])
			for (const name of form.required) {
				try {
					const values = { ...form.values, [name]: '' };
					const a = await send(form, values, locale);
					note(`${form.name} -${name} ${locale}`, isRefusal(a), `${a.status} ${a.location}`);
					note(`${form.name} -${name} ${locale}`, summaryOf(a.html).length > 0, `no summary ${a.status}`);
					note(
						`${form.name} -${name} ${locale}`,
						isMarked(a.html, name),
						`not marked: ${summaryOf(a.html).join(' | ')}`,
					);
					if (locale === 'fr') console.log(form.name, name, a.status, summaryOf(a.html).join(' | '));
					expectKept(form, a.html, values);
				} catch (e) {
					problems.push(`${form.name} -${name}: ${(e as Error).message.slice(0, 300)}`);
				}
			}
		for (const [kind, v] of [
			['empty', {}],
			['bare', null],
		] as const) {
			try {
				const a = v ? await send(form, v) : await sendRaw(form, null, '');
				note(`${form.name} ${kind}`, isRefusal(a), `${a.status} ${a.location}`);
			} catch (e) {
				problems.push(`${form.name} ${kind}: ${(e as Error).message.slice(0, 300)}`);
			}
		}
		for (const name of form.texts)
			for (const [kind, t] of [
				['long', 'x'.repeat(300_000)],
				['null', 'a\u0000b long enough'],
				['bell', 'a\u0007 long enough b'],
				['c1', 'a\u0085b long enough'],
				['blank', '\u200b\u200d\u2060\ufeff\u3164'.repeat(4)],
				['nonchar', 'long enough here \uffff\ufffe'],
			] as const) {
				try {
					if (kind === 'blank' && !form.required.includes(name)) continue;
					const values = { ...form.values, [name]: t };
					const a = await send(form, values);
					note(`${form.name} ${kind} ${name}`, isRefusal(a), `${a.status} ${a.location}`);
					note(`${form.name} ${kind} ${name}`, isMarked(a.html, name), `not marked: ${summaryOf(a.html).join(' | ')}`);
					if (kind !== 'nonchar' && kind !== 'null') expectKept(form, a.html, values);
				} catch (e) {
					problems.push(`${form.name} ${kind} ${name}: ${(e as Error).message.slice(0, 300)}`);
				}
			}
		for (const [kind, type, body] of [
			['10M', 'application/x-www-form-urlencoded', `text=${'x'.repeat(10_000_000)}`],
			['plain', 'text/plain', 'text=abc'],
			['json', 'application/json', '{"text":"abc"}'],
			['trunc', 'multipart/form-data; boundary=xx', '--xx\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc'],
			['nob', 'multipart/form-data', '--xx\r\nabc'],
			[
				'file-as-text',
				'multipart/form-data; boundary=xx',
				[...form.texts, ...form.required]
					.map(
						(n) =>
							`--xx\r\nContent-Disposition: form-data; name="${n}"; filename="a"\r\nContent-Type: text/plain\r\n\r\nabc\r\n`,
					)
					.join('') + '--xx--\r\n',
			],
			[
				'badfile',
				'multipart/form-data; boundary=xx',
				Object.entries(form.values)
					.map(([n, v]) => `--xx\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${v}\r\n`)
					.join('') +
					`--xx\r\nContent-Disposition: form-data; name="${form.file}"; filename="a\u202E.xml"\r\nContent-Type: image/png\r\n\r\nn'importe \u0000 quoi\r\n--xx--\r\n`,
			],
		] as const)
			for (const locale of ['fr', 'ar']) {
				if (kind === 'badfile' && !form.file) continue;
				try {
					const a = await sendRaw(form, type, body, locale);
					const html = a.html;
					note(`${form.name} ${kind} ${locale}`, isRefusal(a), `${a.status} ${a.location}`);
					note(`${form.name} ${kind} ${locale}`, html.includes(`lang="${locale}"`), `language? ${html.slice(0, 80)}`);
					if (locale === 'fr')
						console.log(
							form.name,
							kind,
							a.status,
							summaryOf(html).join(' | '),
							/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1],
						);
					if (kind === 'badfile') expectKept(form, html, form.values);
				} catch (e) {
					problems.push(`${form.name} ${kind}: ${(e as Error).message.slice(0, 300)}`);
				}
			}
	}
	console.log('PROBLEMS\n' + problems.join('\n'));
}, 400000);
