// What a text is read for, and stems.
import { describe, expect, test } from 'vitest';
import { stemOf, withoutClitic } from './stem.ts';
import { wordsOf } from './words.ts';

test.each([
	['see https://t.co/aB3dE #SaveTheDam2026', 'see save the dam 2026'],
	['@JaneDoe: water! pic.twitter.com/x1', 'jane doe water'],
	['RT @jane: the dam', 'the dam'],
	['It broke — Jane Doe (@janedoe) March 3, 2021', 'it broke jane doe janedoe'],
	['www.info.example/a/le-barrage-va-ceder.html', 'le barrage va ceder'],
	['https://info.example/?p=le-barrage-va-ceder&utm=x', 'le barrage va ceder'],
	['https://info.example/%D8%AD%D9%85%D9%84%D8%A9-%D9%86%D8%B8%D8%A7%D9%81%D8%A9-المدينة/', 'حمله نظافه مدينه'],
	['https://info.example/100%-le-barrage-va', 'le barrage va'],
	['حملة #نظافة_المدينة ٣', 'حمله نظافه مدينه 3'],
])('«%s» is read as «%s»', (text, words) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

describe('one stem for', () => {
	test.each([
		['schools', 'school'],
		['closing', 'closed'],
		['city', 'cities'],
		['planning', 'planned'],
		['vaccin', 'vaccins', 'vaccination', 'vaccinations'],
		['national', 'nationaux', 'nationale'],
		['fermer', 'ferme', 'fermee', 'fermees'],
		['mercado', 'mercados'],
		['cobrar', 'cobrado', 'cobrando'],
		['vacuna', 'vacunas', 'vacunacion'],
		['مدرسه', 'مدرسي', 'بالمدرسه', 'مدرسات'],
		['فاتوره', 'فواتير', 'الفاتوره', 'فواتيرها'],
		['جنوب', 'جنوبا'],
		['مهاجر', 'مهاجرون', 'للمهاجرين', 'والمهاجرات'],
	])('%s', (...forms) => {
		expect(new Set(forms.map(stemOf)).size).toBe(1);
	});
});

test('short words and figures stay', () => {
	expect(['bus', 'eau', '2026', 'ماء'].map(stemOf)).toEqual(['bus', 'eau', '2026', 'ماء']);
});

test('a particle written with an Arabic word goes, others stay', () => {
	expect(['وبسوق', 'لسد', 'كتب', 'dam'].map(withoutClitic)).toEqual(['سوق', 'لسد', 'كتب', 'dam']);
});
