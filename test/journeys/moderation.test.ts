// A moderator with a phone: what is flagged, hidden and taken back; and a guest who takes a proposal back by the private link.
import { beforeAll, expect, test } from 'vitest';
import { anonymous } from '#platform/actor.ts';
import { type Locale, translatorFor } from '#platform/i18n/index.ts';
import { invite } from '#foundations/spaces/server/index.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { flagSubject } from '#engines/moderation/server/index.ts';
import { keepPicture, type Reader } from '#test/browser.ts';
import { aStage } from '#test/stage.ts';
import { enter } from '#test/world.ts';

const stage = aStage();
const { url } = stage;
const mark = Math.random().toString(36).slice(2, 8);
let space: string;

beforeAll(async () => {
	const { build } = stage;
	space = await build.aSpace({ kind: 'commune', address: `place-${mark}` });
	// The application keeps the tree of spaces until it hears a fact about one.
	await build.act(invite, await build.aPerson(['admin']), space, { role: 'producer', email: '' });
	while ((await fetch(`${url}/fr/s/place-${mark}`)).status !== 200)
		await new Promise((resolve) => setTimeout(resolve, 100));
});

const topOf = async ({ page }: Reader, selector: string): Promise<number> =>
	(await page.locator(selector).first().boundingBox())!.y;

test.each([
	['ar', false, 'مقاعد الحديقة مكسورة منذ الشتاء الماضي.'],
	['fr', true, 'La poste ferme avant que les cars n’arrivent.'],
] as const)('in %s, scripts: %s, undoing a refusal gives the public its text back', async (locale, script, text) => {
	const { build } = stage;
	const t = translatorFor(locale satisfies Locale);
	const moderator = await build.aPerson(['moderator'], space, { locale });
	await build.aRule(space, moderator);
	const { workId } = await build.aWork(space, { title: `Sujet ${locale} ${mark}` });
	const said = await build.act(contribute, anonymous, space, { subjectId: workId, locale, text });
	await build.act(flagSubject, anonymous, space, { kind: 'contribution', id: said.id, reason: 'insult', device: mark });
	const link = `/${locale}/c/${said.id}`;
	const reads = async (): Promise<boolean> => (await (await fetch(`${url}${link}`)).text()).includes(text);
	expect(await reads()).toBe(true);

	const reader = await stage.reader({ locale, script, width: 360 });
	await enter(reader.context, url, moderator.id!);
	const { page } = reader;
	await page.goto(`/${locale}/desk/s/place-${mark}/moderation`);
	expect(await topOf(reader, 'h1'), 'the title stands before the list').toBeLessThan(
		await topOf(reader, '[data-queue] a.item'),
	);
	await keepPicture(page, `moderation-queue-${locale}-360`);
	await page.locator('[data-queue] a.item', { hasText: text }).click();
	await page.locator('select[name="ruleId"]').selectOption({ index: 1 });
	await page.locator('textarea[name="sentence"]').fill('Cette phrase vise une personne : règle 1.');
	await page.locator('button[name="outcome"][value="refuse"]').click();
	await page.getByText(t('moderation.done.take_down')).waitFor();
	expect(await reads()).toBe(false);

	await page.getByRole('button', { name: t('moderation.undo') }).click();
	await page.locator('#main').getByText(t('moderation.reopened')).waitFor();
	await keepPicture(page, `moderation-reopened-${locale}-360`);
	expect(await reads()).toBe(true);
});

test('a guest takes a proposal back by the private link; the desk then shows no word of it', async () => {
	const { build } = stage;
	const t = translatorFor('fr');
	const proposal = await build.aProposal(space, { title: `Un abri pour les vélos ${mark}` });
	await build.act(flagSubject, anonymous, space, { kind: 'proposal', id: proposal.id, reason: 'spam', device: mark });
	const reader = await stage.reader({ script: false, width: 360 });
	const { page } = reader;
	await page.goto(`/fr/r/${proposal.receipt!}`);
	await page.locator('summary', { hasText: t('receipt.withdraw') }).click();
	await page.getByRole('button', { name: t('receipt.withdraw') }).click();
	await page.getByText(t('receipt.state.withdrawn'), { exact: true }).waitFor();
	expect(await page.content()).not.toContain('abri pour les vélos');

	const officer = await build.aPerson(['officer', 'moderator'], space);
	await enter(reader.context, url, officer.id!);
	await page.goto(`/fr/desk/s/place-${mark}/proposals/${proposal.id}`);
	expect(await page.locator('h1').innerText()).toBe(t('proposal.gone'));
	expect(await page.content()).not.toContain('abri pour les vélos');
	await page.goto(`/fr/desk/s/place-${mark}/moderation/decisions`);
	await page.getByRole('link', { name: t('moderation.closed.withdrawn') }).click();
	await page.getByText(t('moderation.closed_title')).waitFor();
	await keepPicture(page, 'moderation-closed-fr-360');
	// What is not first in the row of ways is still in sight where the reader is.
	await page.goto(`/fr/s/place-${mark}/rules`);
	const here = (await page.locator('.nav [aria-current]').boundingBox())!;
	expect(here.x).toBeGreaterThanOrEqual(0);
	expect(here.x + here.width).toBeLessThanOrEqual(360);
});
