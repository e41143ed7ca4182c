// The phases of a process in a real browser: rows come and go without a script, a phase has its own name in each language.
import { beforeAll, expect, test } from 'vitest';
import { type Locale, translatorFor } from '#platform/i18n/index.ts';
import { aStage, look, type Way } from '#test/stage.ts';

const stage = aStage();
let spaceId: string;

beforeAll(async () => {
	spaceId = await stage.build.aSpace({ kind: 'commune', address: 'commune-des-etapes', name: 'Commune des étapes' });
});

const ways: (Way & { locale: Locale })[] = [
	{ locale: 'fr', script: false },
	{ locale: 'ar', script: true },
];

test.each(ways)('in $locale, scripts: $script, an officer names a phase, adds one and takes two away', async (way) => {
	const t = translatorFor(way.locale);
	const officer = await stage.somebody('officer', spaceId, way);
	const { page } = officer;
	const press = (label: string) =>
		Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: label, exact: true }).click()]);
	const field = (named: string) => page.locator(`[name="${named}"]`);
	const address = `budget-${way.locale}`;

	await page.goto(`/${way.locale}/desk/s/commune-des-etapes/processes/new`);
	expect(await field('phases.3.kind').count()).toBe(1);
	await field('address').fill(address);
	await field('texts.fr.title').fill('Budget des quartiers');
	await field('texts.ar.title').fill('ميزانية الأحياء');
	await page.locator('details summary').nth(1).click();
	await field('phases.1.titles.fr').fill('La boîte à idées');
	await field('phases.1.titles.ar').fill('صندوق الأفكار');
	await field('phases.1.startsWall').fill('2026-03-01T00:00');
	await field('phases.1.endsWall').fill('2031-03-31T23:59');
	await press(t('process.phase_add'));
	expect(await field('phases.4.kind').count()).toBe(1);
	// What was typed is still there, and opens by itself where a name stands in it.
	expect(await field('phases.1.titles.ar').inputValue()).toBe('صندوق الأفكار');
	expect(await field('phases.1.titles.ar').isVisible()).toBe(true);
	await press(t('process.phase_remove', { number: 1 }));
	expect(await field('phases.0.titles.fr').inputValue()).toBe('La boîte à idées');
	await press(t('process.phase_remove', { number: 2 }));
	expect([await field('phases.2.kind').count(), await field('phases.3.kind').count()]).toEqual([1, 0]);

	// A row that ends before it starts is refused beside its field; the rows stay as they are.
	await field('phases.1.startsWall').fill('2026-05-02T00:00');
	await field('phases.1.endsWall').fill('2026-05-01T00:00');
	await field('state').nth(1).check();
	await press(t('common.save'));
	expect(await field('phases.1.endsWall').getAttribute('aria-invalid')).toBe('true');
	expect(await field('phases.2.kind').count()).toBe(1);
	await look(officer, `phases-${way.locale}`);
	await field('phases.1.endsWall').fill('2026-05-09T00:00');
	await press(t('common.save'));
	expect(new URL(page.url()).searchParams.has('saved')).toBe(true);
	expect(await field('phases.2.kind').count()).toBe(0);

	// Readers of a language it is named in read the name; the others read what is done in it.
	const main = async (locale: string) => {
		await page.goto(`/${locale}/s/commune-des-etapes/p/${address}`);
		return page.locator('main').innerText();
	};
	expect(await main('fr')).toContain('La boîte à idées');
	expect(await main('ar')).toContain('صندوق الأفكار');
	const english = await main('en');
	expect(english).not.toContain('La boîte à idées');
	expect(english).toContain(translatorFor('en')('phase.proposals'));
});
