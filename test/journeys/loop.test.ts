// The four journeys of the loop in a real browser: Arabic and French, by keyboard with scripts and without any script.
import { describe, expect, test } from 'vitest';
import type { Role } from '#foundations/spaces/index.ts';
import { type Locale, translatorFor } from '#platform/i18n/index.ts';
import type { Reader } from '#test/browser.ts';
import { aStage, look, type Way } from '#test/stage.ts';
import { enter } from '#test/world.ts';
import { type Hand, handOf } from './hand.ts';

const stage = aStage();
const { url } = stage;

type Going = Way & { locale: Locale };
type Somebody = Reader & { hand: Hand; go: (path: string) => Promise<void> };

/** A reader at work in one of the two ways; with a role, already signed in. */
async function somebody(way: Way, role?: Role, at = 'radio-tizi'): Promise<Somebody> {
	const space = await stage.installation.db
		.selectFrom('space')
		.select('id')
		.where('address', '=', at)
		.executeTakeFirstOrThrow();
	const reader = role ? await stage.somebody(role, space.id, way) : await stage.reader(way);
	return {
		...reader,
		hand: handOf(reader.page, way.script ? 'keyboard' : 'pointer'),
		go: async (path) => void (await reader.page.goto(path)),
	};
}

const ways: Going[] = [
	{ locale: 'ar', script: true },
	{ locale: 'ar', script: false },
	{ locale: 'fr', script: true },
	{ locale: 'fr', script: false },
];

describe.each(ways)('in $locale, scripts: $script', (way) => {
	const { locale, script } = way;
	const t = translatorFor(locale);
	const tag = `${locale}-${script ? 'keyboard' : 'noscript'}`;
	const unique = Math.random().toString(36).slice(2, 8);
	const body = (page: Reader['page']) =>
		script ? page.locator('[contenteditable="true"]') : page.locator('textarea[name="body"]');

	test('(a) a producer proposes, an editor returns, the producer corrects, the editor publishes, a reader finds it and its feed', async () => {
		const title = locale === 'ar' ? `ماء السد لثلاث قرى ${unique}` : `L’eau du barrage pour trois villages ${unique}`;
		const producer = await somebody(way, 'producer');
		await producer.go(`/${locale}/desk/s/radio-tizi/works/new`);
		await producer.hand.write(producer.page.locator('[name="title"]'), title);
		await producer.hand.write(
			body(producer.page),
			locale === 'ar' ? 'اجتمع السكان أمس.' : 'Les habitants se sont réunis hier.',
		);
		await look(producer, `a-new-${tag}`);
		await producer.hand.press(producer.page.getByRole('button', { name: t('works.create') }));
		await producer.page.waitForURL(/works\/[0-9a-f-]{36}/);
		await producer.hand.press(producer.page.locator('button[name="move"][value="propose"]'));
		await producer.page.waitForLoadState();

		const editor = await somebody(way, 'editor');
		await editor.go(`/${locale}/desk`);
		await look(editor, `a-desk-${tag}`);
		await editor.hand.press(editor.page.getByRole('link', { name: title }).first());
		await editor.hand.write(
			editor.page.locator('[name="reason"]'),
			locale === 'ar' ? 'ينقص مصدر الرقم.' : 'Il manque la source du chiffre.',
		);
		await editor.hand.press(editor.page.locator('button[name="move"][value="return"]'));
		await editor.page.waitForLoadState();

		await producer.go(`/${locale}/desk`);
		await producer.hand.press(producer.page.getByRole('link', { name: title }).first());
		await expect
			.poll(() =>
				producer.page.getByText(locale === 'ar' ? 'ينقص مصدر الرقم.' : 'Il manque la source du chiffre.').count(),
			)
			.toBeGreaterThan(0);
		await producer.hand.write(
			body(producer.page),
			locale === 'ar'
				? 'اجتمع السكان أمس، حسب محضر الاجتماع.'
				: 'Les habitants se sont réunis hier, selon le procès-verbal.',
		);
		await producer.hand.press(producer.page.locator('button[name="move"][value="propose"]'));
		await producer.page.waitForLoadState();

		await editor.go(`/${locale}/desk`);
		await editor.hand.press(editor.page.getByRole('link', { name: title }).first());
		await look(editor, `a-review-${tag}`);
		await editor.hand.press(editor.page.locator('button[name="move"][value="publish"]'));
		await editor.page.waitForLoadState();

		const reader = await somebody(way);
		await reader.go(`/${locale}/s/radio-tizi`);
		await reader.hand.press(reader.page.getByRole('link', { name: title }).first());
		await expect.poll(() => reader.page.locator('h1').innerText()).toContain(unique);
		expect(await reader.page.locator('main').innerText()).toContain(
			locale === 'ar' ? 'محضر الاجتماع' : 'procès-verbal',
		);
		await look(reader, `a-work-${tag}`);
		expect(await (await fetch(`${url}/${locale}/s/radio-tizi/feed.xml`)).text()).toContain(unique);
		await expect
			.poll(async () => (await fetch(`${url}/${locale}/search?q=${unique}`)).text())
			.toMatch(new RegExp(`href="[^"]+${unique}"`));
	});

	test('(b) a guest comments, it is held, a moderator decides with rule and reason, the guest reads it by the private link', async () => {
		const guest = await somebody({ locale, script: false });
		await guest.go(`/${locale}/s/radio-tizi`);
		await guest.page.locator('main a[href*="/w/"]').first().click();
		const words = locale === 'ar' ? `هذا حمار لا يفهم شيئا ${unique}` : `Ce hmar ne comprend rien à rien ${unique}`;
		await guest.page.locator('[name="text"]').last().fill(words);
		await guest.page.getByRole('button', { name: t('thread.send'), exact: true }).click();
		await guest.page.waitForURL(/\/r\//);
		const receipt = new URL(guest.page.url()).pathname;
		await look(guest, `b-receipt-${tag}`);
		expect((await fetch(`${url}${receipt}`)).headers.get('cache-control')).toContain('no-store');

		const moderator = await somebody(way, 'moderator');
		await moderator.go(`/${locale}/desk/s/radio-tizi/moderation`);
		await look(moderator, `b-queue-${tag}`);
		await moderator.hand.press(moderator.page.getByRole('link').filter({ hasText: unique }).first());
		await look(moderator, `b-case-${tag}`);
		const select = moderator.page.locator('select[name="ruleId"]');
		const rule = await select.locator('option').nth(1).getAttribute('value');
		await moderator.hand.choose(select, rule!);
		if (!script) await moderator.page.getByRole('button', { name: t('moderation.template') }).click();
		await expect.poll(() => moderator.page.locator('[name="sentence"]').inputValue()).not.toBe('');
		const sentence = await moderator.page.locator('[name="sentence"]').inputValue();
		await moderator.hand.press(moderator.page.locator('button[name="outcome"][value="refuse"]'));
		await moderator.page.waitForLoadState();

		await guest.go(receipt);
		expect(await guest.page.locator('main').innerText()).toContain(sentence.trim());
		await look(guest, `b-reason-${tag}`);
	});

	test('(c) a resident proposes, three support, an officer answers, the chain shows', async () => {
		const { address } = await stage.installation.db
			.selectFrom('process')
			.innerJoin('space', 'space.id', 'process.space_id')
			.select('process.address')
			.where('space.address', '=', 'tiznert')
			.executeTakeFirstOrThrow();
		const processPath = `/${locale}/s/tiznert/p/${address}`;
		const resident = await somebody(way);
		const person = await stage.build.aPerson([], undefined, { locale });
		await enter(resident.context, url, person.id);
		await resident.go(`${processPath}/new`);
		const title = locale === 'ar' ? `ممر آمن أمام المدرسة ${unique}` : `Un passage sûr devant l’école ${unique}`;
		await resident.hand.write(resident.page.locator('[name="title"]'), title);
		await resident.hand.write(
			resident.page.locator('textarea[name="text"]'),
			locale === 'ar'
				? `يعبر الأطفال الطريق وحدهم كل صباح، نقترح ممرا مضاء ${unique}.`
				: `Les enfants traversent seuls chaque matin : nous proposons un passage éclairé ${unique}.`,
		);
		await look(resident, `c-new-${tag}`);
		await resident.hand.press(resident.page.getByRole('button', { name: t('proposal.send') }));
		await resident.page.waitForURL(/\/p\/[^/]+\/\d+/);
		const path = new URL(resident.page.url()).pathname;

		for (let supporter = 0; supporter < 3; supporter++) {
			const neighbour = await somebody({ locale, script });
			await neighbour.go(path);
			await neighbour.hand.press(neighbour.page.getByRole('button', { name: t('support.give') }));
			await expect.poll(() => neighbour.page.locator('#support').innerText()).toContain(t('support.given'));
		}

		const officer = await somebody(way, 'officer', 'tiznert');
		await officer.go(`/${locale}/desk/s/tiznert/proposals`);
		await look(officer, `c-answers-${tag}`);
		await officer.hand.press(officer.page.getByRole('link').filter({ hasText: unique }).first());
		await officer.hand.choose(officer.page.locator('[name="outcome"][value="accepted"]'), 'accepted');
		await officer.hand.write(
			officer.page.locator(`[name="reasons.${locale}"]`),
			locale === 'ar' ? 'مقبول: سيُنجز الممر قبل الربيع.' : 'Acceptée : le passage sera fait avant le printemps.',
		);
		await officer.hand.write(
			officer.page.locator(`[name="owners.${locale}"]`),
			locale === 'ar' ? 'مصلحة الطرق' : 'Service de la voirie',
		);
		await officer.hand.write(officer.page.locator('[name="budget"]'), '42000');
		await officer.page.locator('[name="dueOn"]').fill('2027-04-30');
		await look(officer, `c-answer-${tag}`);
		await officer.hand.press(officer.page.getByRole('button', { name: t('answer.send') }));
		await officer.page.waitForLoadState();

		await resident.go(path);
		const page = await resident.page.locator('main').innerText();
		expect(page).toContain(locale === 'ar' ? 'سيُنجز الممر' : 'avant le printemps');
		expect(page).toContain(t('support.count', { count: 3 }));
		expect(await resident.page.locator('.bridge-wide li.on').count()).toBeGreaterThanOrEqual(3);
		await look(resident, `c-chain-${tag}`);
		await resident.go(`/${locale}/s/tiznert/kept`);
		expect(await resident.page.locator('main').innerText()).toContain(unique);
		await look(resident, `c-kept-${tag}`);
	});

	test('(d) the coordinator prints the month, and every figure leads to its rows', async () => {
		const coordinator = await somebody(way, 'coordinator', 'atlas');
		await coordinator.go(`/${locale}/desk/s/atlas/report`);
		await look(coordinator, `d-report-${tag}`);
		const cookie = (await coordinator.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		for (const [name, type] of [
			[t('report.download_pdf'), 'application/pdf'],
			[t('report.download_csv'), 'text/csv'],
		] as const) {
			const href = await coordinator.page.getByRole('link', { name }).getAttribute('href');
			const file = await fetch(url + href!, { headers: { cookie } });
			expect(file.status).toBe(200);
			expect(file.headers.get('content-type')).toContain(type);
			const bytes = Buffer.from(await file.arrayBuffer());
			expect(bytes.length).toBeGreaterThan(1_000);
			if (type === 'application/pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
			else expect(bytes.toString()).toContain(t('indicator.contributions.label'));
		}
		await coordinator.hand.press(coordinator.page.locator('a[href*="/report/contributions?"]').first());
		await coordinator.page.waitForURL(/report\/contributions/);
		await look(coordinator, `d-rows-${tag}`);
	});
});
