// Whatever is sent to a form: a refusal beside the field in the reader's language, everything typed kept, never a fault.
import net from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { postAgain, postForm } from '#test/network.ts';
import { type Doors, type Form, openDoors } from './bad-input-forms.ts';
import { type Answer, alsoWrong, faults, refusalFaults } from './bad-input-faults.ts';
import { isMarked, leaks, oddAddresses, oddDeskAddresses, summaryOf, unescaped, words } from './bad-input-pages.ts';

const { url, dataDir } = inject('demo');
let doors: Doors;
beforeAll(async () => {
	doors = await openDoors(url, dataDir);
});
afterAll(() => doors?.close());

async function read(answer: Response): Promise<Answer> {
	const html = await answer.text();
	return { status: answer.status, html, location: answer.headers.get('location') };
}
const send = async (form: Form, values: Record<string, string>, locale = 'fr'): Promise<Answer> =>
	read(await postForm(url, `/${locale}${form.page}`, form.action, values, form.cookie ? { cookie: form.cookie } : {}));
const sendRaw = async (form: Form, type: string, body: BodyInit, locale = 'fr'): Promise<Answer> =>
	read(
		await postAgain(`${url}/${locale}${form.page}${form.action ? `?/${form.action}` : ''}`, {
			headers: {
				accept: 'text/html',
				'sec-fetch-site': 'same-origin',
				'user-agent': `reader ${Math.random()}`,
				'content-type': type,
				...(form.cookie ? { cookie: form.cookie } : {}),
			},
			body,
		}),
	);

const found: string[] = [];
const note = (where: string, wrong: readonly string[]): void =>
	void found.push(...wrong.map((each) => `${where}: ${each}`));
/** Fails with everything noted. */
function nothingFound(): void {
	expect(found.splice(0)).toEqual([]);
}
async function fillBadly(fields: (form: Form) => readonly string[], typed: string, locale = 'fr'): Promise<void> {
	for (const form of doors.forms)
		for (const field of fields(form)) {
			const values = { ...form.values, [field]: typed };
			note(`${form.name}, ${field}`, refusalFaults(form, await send(form, values, locale), locale, field, values));
		}
	nothingFound();
}
/** Everything typed but secrets and articles, whose markup is cleaned and not refused. */
const lines = ({ texts, secret = [] }: Form) => texts.filter((name) => !secret.includes(name) && name !== 'body');

test.each(['fr', 'ar'])('a field left empty is refused beside it in %s, and the rest stays', (locale) =>
	fillBadly(({ required }) => required, '', locale),
);

test('everything wrong is said in one answer, beside each field: what is missing, what no field takes, and what is asked besides', async () => {
	for (const form of doors.forms) {
		const missing = form.required.filter((name) => name !== 'outcome');
		const odd = lines(form).filter((name) => !missing.includes(name));
		const values = {
			...form.values,
			...Object.fromEntries(missing.map((name) => [name, ''])),
			...Object.fromEntries(odd.map((name) => [name, `${form.values[name]} \u0007`])),
			...alsoWrong[form.name],
		};
		const wrong = [...missing, ...odd, ...Object.keys(alsoWrong[form.name] ?? {})];
		if (wrong.length < 2) continue;
		const answer = await send(form, values);
		note(form.name, [
			...faults(answer, 'fr'),
			...wrong.filter((name) => !isMarked(answer.html, name)).map((name) => `${name} is not marked`),
		]);
	}
	nothingFound();
});

test('a form without any of its fields is refused', async () => {
	for (const form of doors.forms) {
		note(`${form.name}, nothing`, faults(await send(form, {}), 'fr'));
		note(
			`${form.name}, strangers`,
			faults(await send(form, { __proto__x: '1', constructor: '2', toString: '3' }), 'fr'),
		);
	}
	nothingFound();
});

test('300 000 characters are refused in every field, and come back whole', () =>
	fillBadly(({ texts }) => texts, 'é'.repeat(300_000)));

test.each([
	['a bell', 'une cloche \u0007 dans un texte'],
	['a noncharacter', 'un texte assez long \uffff'],
])('%s is refused in every field', (_name, typed) => fillBadly(lines, typed));

test('a null byte is refused in every field', async () => {
	for (const form of doors.forms)
		for (const field of lines(form)) {
			const answer = await send(form, { ...form.values, [field]: 'un texte\u0000assez long' });
			note(`${form.name}, ${field}`, [
				...faults(answer, 'fr'),
				...(isMarked(answer.html, field) ? [] : ['not marked']),
			]);
		}
	nothingFound();
});

test('letters nobody can see do not fill a field', () =>
	fillBadly(
		(form) => lines(form).filter((name) => form.required.includes(name)),
		'\u200b\u200d\u2060\u202e\u3164'.repeat(4),
	));

test('an article keeps nothing that cannot be seen or stored', async () => {
	const form = doors.forms.find(({ name }) => name === 'work, new')!;
	const { status, location } = await send(form, { ...form.values, body: 'Avant\u0000\u0007\u0092\uffff après' });
	expect(status).toBe(303);
	const id = /works\/([0-9a-f-]{36})/.exec(location!)![1]!;
	const { body } = await doors.db
		.selectFrom('work_version')
		.select('body')
		.where('work_id', '=', id)
		.executeTakeFirstOrThrow();
	expect(body).toBe('<p dir="auto">Avant après</p>');
});

const multipart = 'multipart/form-data; boundary=xx';
const part = (name: string, value: string, file = '') =>
	`--xx\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\nContent-Type: text/plain` : ''}\r\n\r\n${value}\r\n`;

test.each(['fr', 'ar'])(
	'bodies that are no form, or only part of one, are answered by a page in %s',
	async (locale) => {
		const ten = `text=${'x'.repeat(10_000_000)}`;
		for (const form of doors.forms) {
			const large = await sendRaw(form, 'application/x-www-form-urlencoded', ten, locale);
			note(`${form.name}, 10 MB`, faults(large, locale));
			if (large.status !== 413 || !large.html.includes(words(locale, 'error.413.title')))
				note(form.name, [`10 MB answered ${large.status}`]);
			for (const [name, type, body] of [
				['plain text', 'text/plain', 'text=abc'],
				['JSON', 'application/json', '{"text":"abc"}'],
				['no type', '', 'text=abc'],
				['truncated', multipart, part('text', 'abc').slice(0, -2)],
				['truncated in its head', multipart, '--xx\r\nContent-Disposition: form-da'],
				['no boundary', 'multipart/form-data', part('text', 'abc')],
				['empty multipart', multipart, ''],
				[
					'files for texts',
					multipart,
					`${[...form.texts, ...form.required].map((field) => part(field, 'abc', 'a.txt')).join('')}--xx--\r\n`,
				],
			] as const)
				note(`${form.name}, ${name}`, faults(await sendRaw(form, type, body, locale), locale));
		}
		nothingFound();
	},
);

test('a wrong file is refused beside it, and what was typed stays', async () => {
	for (const form of doors.forms.filter(({ file }) => file)) {
		const typed = Object.entries(form.values).map(([name, value]) => part(name, value));
		for (const [what, bytes] of [
			['nonsense', `n’importe \u0000 quoi`],
			['markup', '<svg onload="alert(1)"/>'],
			['numbers out of bounds', 'country,level,code,parent_code,source,name_fr,population\nMA,commune,x,,s,X,1e99\n'],
		] as const) {
			const body = `${typed.join('')}${part(form.file!, bytes, '..\\/a\u202Egpj.exe')}--xx--\r\n`;
			const answer = await sendRaw(form, multipart, body);
			note(`${form.name}, ${what}`, [
				...faults(answer, 'fr'),
				...(summaryOf(answer.html).length > 0 ? [] : ['no summary']),
				...form.texts
					.filter((name) => !unescaped(answer.html).includes(form.values[name]!))
					.map((name) => `${name} is lost`),
			]);
		}
	}
	nothingFound();
});

test('a language, a number or a day that does not exist is refused', async () => {
	const wrong: Record<string, readonly string[]> = {
		locale: ['xx', 'fr-FR', '../ar'],
		languages: ['xx'],
		v: ['9007199254740991', '-1', 'x', '1e99'],
		answerDays: ['1e99', '0', 'x'],
		budget: ['1e99', '-1', 'x'],
		dueOn: ['2026-02-31', '99999-01-01', 'demain'],
		wall: ['2026-02-31T10:00', '99999-01-01T10:00'],
		'phases.0.startsWall': ['2026-02-31T10:00', 'x'],
		zone: ['Mars/Olympus'],
		role: ['king'],
		kind: ['portal\u0000'],
		versionId: ['x', '\u0000'],
		ruleId: ['x', '00000000-0000-7000-8000-000000000000'],
	};
	for (const form of doors.forms)
		for (const field of Object.keys(form.values))
			for (const value of wrong[field] ?? [])
				note(`${form.name}, ${field}=${value}`, faults(await send(form, { ...form.values, [field]: value }), 'fr'));
	nothingFound();
});

const odd = [
	'🧕🏿👩🏽‍🌾 🇲🇦 ❤️‍🔥 et un point',
	'Réunion في تزنيت à 18:30 (ⵜⵉⵣⵏⵉⵜ) שלום',
	'\u202egnorw eht yaw dnuor\u202c \u2066isolé',
	'zéro\u200blargeur \u200f\u200e\ufeffmarques',
	`<script>alert("1")</script> ' OR 1=1; -- {{7*7}} \${x} %s`,
	'Z̸̢̛͓̙͉͍̬̈́̑̚͝a̶̡l̷̖g̵̱o̸ rémunéré e\u0301te\u0301',
];
/** What prints letters backwards is left out; names also lose what cannot be seen. */
const inOrder = (text: string): string => text.normalize('NFC').replace(/[\u202d\u202e]/g, '');
test('odd letters are shown exactly as written, each text kept apart from its line', async () => {
	const [contribution, , proposal] = doors.forms as [Form, Form, Form];
	for (const text of odd) {
		const said = inOrder(text);
		const comment = await send(contribution, { text: `${text} ${Math.random()}`, name: text });
		const proposed = await send(proposal, { title: text, text: `${text}, assez long.`, place: text, name: text });
		for (const { location } of [comment, proposed]) {
			const html = unescaped(await (await fetch(url + location!)).text());
			expect(html).toContain(said);
		}
	}
	let seen = 0;
	for (const page of [doors.workPage, doors.newProposal.replace('/new', '')]) {
		const html = await (await fetch(`${url}/fr${page}`)).text();
		expect(html).not.toContain('<script>alert');
		for (const text of odd) {
			const at = unescaped(html).split(inOrder(text));
			const around = at.slice(0, -1).map((before) => before.slice(before.lastIndexOf('<', before.length)));
			seen += around.length;
			for (const tag of around) expect(tag, text).toMatch(/^<(bdi|[^>]* dir="auto"|title|meta|option)/);
		}
	}
	expect(seen).toBeGreaterThanOrEqual(2 * odd.length);
});

test('a broken feed leaves the last good copy, and says so', async () => {
	const form = doors.forms.find(({ name }) => name === 'feed file')!;
	const bring = (bytes: string) => sendRaw(form, multipart, `${part('file', bytes, 'flux.xml')}--xx--\r\n`);
	const item =
		'<item><guid>a</guid><link>https://example.org/a</link><title>Bonne nouvelle \u202e</title><description>Un texte.</description></item>';
	const works = () =>
		doors.db.selectFrom('work_version').select('title').where('title', 'like', 'Bonne nouvelle%').execute();
	const good = await bring(`<rss version="2.0"><channel><title>Flux</title>${item}</channel></rss>`);
	expect([good.status, good.location]).toEqual([303, expect.stringContaining('added=1')]);
	const before = await works();
	for (const broken of [
		'<rss><channel><item>',
		'',
		'\u0000\u0000',
		'{"version":"https://jsonfeed.org/version/1.1"',
		'<html>',
	]) {
		const answer = await bring(broken);
		expect(answer.status).toBeLessThan(500);
		expect(answer.html).not.toMatch(leaks);
		expect(await works()).toEqual(before);
	}
	const page = await fetch(`${url}/fr${form.page}`, { headers: { cookie: form.cookie! } });
	expect(await page.text()).toContain(words('fr', 'feeds.last_good'));
});

test('the API answers problems as problem+json', async () => {
	const act = (name: string, body: BodyInit, headers: Record<string, string> = {}) =>
		fetch(`${url}/api/v1/spaces/${doors.medium}/acts/${name}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${doors.token}`,
				'content-type': 'application/json',
				'accept-language': 'fr',
				...headers,
			},
			body,
		});
	const id = doors.contribution;
	for (const [name, body, headers, status] of [
		['publishing.draftWork', '{}', {}, 422],
		['publishing.draftWork', '{"locale":"fr","title":"\\u0000","summary":"","body":""}', {}, 422],
		['publishing.draftWork', '{"locale":"fr","title":"a\\ud800b","summary":"","body":"\\ud800"}', {}, 422],
		['publishing.draftWork', '{"locale":"xx","title":["a"],"summary":{},"body":1e99}', {}, 422],
		['publishing.draftWork', '{"title":', {}, 400],
		['publishing.draftWork', '[]', {}, 400],
		['publishing.draftWork', Buffer.from([0x7b, 0xff, 0x7d]), {}, 400],
		['publishing.draftWork', `{"title":"${'x'.repeat(10_000_000)}"}`, {}, 413],
		['publishing.draftWork', 'title=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
		[
			'publishing.saveVersion',
			`{"versionId":"${id}","v":9007199254740991,"title":"a","summary":"","body":""}`,
			{},
			422,
		],
		['conversation.contribute', `{"subjectId":"${id}","locale":"fr","text":"a\\u0000b"}`, {}, 422],
		['conversation.contribute', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}, 400],
		['moderation.flagSubject', `{"kind":"__proto__","id":"${id}","reason":"other"}`, {}, 422],
		['nowhere', '{}', {}, 404],
		['publishing.draftWork', '{}', { authorization: 'Bearer \u00ff' }, 401],
	] as const) {
		const answer = await act(name, body, headers);
		const text = await answer.text();
		expect([name, body.slice(0, 60), answer.status]).toEqual([name, body.slice(0, 60), status]);
		expect(answer.headers.get('content-type')).toContain('application/problem+json');
		expect(JSON.parse(text)).toMatchObject({
			status,
			code: expect.stringMatching(/^\w+\.\w+/),
			title: expect.any(String),
		});
		expect(text).not.toMatch(leaks);
	}
});

test('requests that lie about their length or end in the middle harm nobody', async () => {
	const { port, host } = new URL(url);
	const head = (length: string) =>
		`POST /fr/sign-up HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n`;
	const raw = (bytes: string, wait: number): Promise<string> =>
		new Promise((resolve) => {
			let said = '';
			const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(bytes));
			socket.on('data', (chunk) => (said += chunk.toString())).on('error', () => resolve(said));
			socket.on('close', () => resolve(said));
			setTimeout(() => socket.destroy(), wait);
		});
	const answers = await Promise.all([
		raw(`${head('Content-Length: 5000')}name=a`, 300),
		raw(`${head('Content-Length: 3')}name=abcdef`, 600),
		raw(`${head('Content-Length: -1')}name=a`, 600),
		raw(`${head('Content-Length: 6\r\nContent-Length: 7')}name=a`, 600),
		raw(`${head('Transfer-Encoding: chunked')}ZZ\r\nname=a\r\n`, 600),
		raw(`${head('Transfer-Encoding: chunked')}6\r\nname=a\r\n`, 300),
		raw(`GET /fr HTTP/1.1\r\nHost: ${host}\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`, 600),
		raw('\u0000\u0001\u0002\r\n\r\n', 600),
	]);
	for (const answer of answers) expect(answer).not.toMatch(leaks);
	for (const answer of answers) expect(answer).not.toMatch(/^HTTP\/1.1 5/);
	expect((await fetch(`${url}/fr`)).status).toBe(200);
});

test('addresses that mean nothing lead to a page, never to a fault', async () => {
	const { medium, workPage } = doors;
	const cookie = await doors.enter('coordinator');
	const paths = oddAddresses(medium, workPage);
	const asked = oddDeskAddresses(medium);
	for (const [path, headers] of [
		...paths.map((path) => [path, {}] as const),
		...asked.map((path) => [path, { cookie }] as const),
	]) {
		const answer = await read(
			await fetch(url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } }),
		);
		const shown = path.slice(0, 80);
		if (answer.status >= 500) note(shown, [`answered ${answer.status}`]);
		if (leaks.test(answer.html)) note(shown, ['shows its inside']);
		if (answer.status >= 400 && path.startsWith('/fr') && !answer.html.includes('<html lang="fr"'))
			note(shown, ['no page in French']);
	}
	nothingFound();
});

test('the first visit is over: its form takes nothing', async () => {
	const typed = { name: 'a', email: 'b@example.org', password: 'x' };
	const answer = await postForm(url, '/setup', 'create', typed, { 'accept-language': 'fr' });
	expect(answer.status).toBe(403);
	expect(unescaped(await answer.text())).toContain(words('fr', 'installation.already_done'));
});
