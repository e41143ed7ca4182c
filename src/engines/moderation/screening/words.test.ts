// The starting list: short, tidy, and harmless to ordinary speech.
import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';
import { defaultWords } from './words.ts';

const held = (text: string) =>
	screen(text, {
		words: defaultWords,
		links: { max: 0, allowedHosts: [] },
		recent: [],
		author: { kind: 'person', accepted: 1 },
		rules: { holdNewGuests: false, holdShouting: false, holdPhones: false },
	}).because.map(({ detail }) => detail);

describe('the starting list', () => {
	it('is no dictionary, without doubles, in every language it names', () => {
		expect(defaultWords.length).toBeLessThanOrEqual(360);
		expect(new Set(defaultWords.map(({ pattern }) => pattern)).size).toBe(defaultWords.length);
		expect(new Set(defaultWords.map(({ lang }) => lang))).toEqual(new Set(['ar', 'ary', 'fr', 'es', 'en']));
	});

	it.each(defaultWords.map(({ pattern }) => pattern))('holds for its own entry %s', (pattern) => {
		expect(held(`… ${pattern.replaceAll('*', '')} …`)).not.toEqual([]);
	});

	it.each([
		'Le retard des travaux, la chatte du voisin et le cul-de-sac de la rue Negro',
		'con mucho gusto, el año pasado',
		'Class, pass, assess, cockpit, Sussex, analysis',
		'خول القانون للجماعات صلاحيات جديدة',
		'زميلي في الجمعية',
		'قلب المدينة القديمة',
		'القواد والباشا',
		'الرئيس تبون',
		'محاربة الرشوة',
		'الحمار والحصان',
		'تزامن مع الزمن',
		'zmili f jam3iya',
		'salam 3likom khouti',
		'Dick Van Dyke',
		'bitte schön',
		'le nom de Kike',
		'mare de Pédernec',
		'قبح الله الفقر',
		'Kahina et Jamal',
		'الرئيس يقود البلاد وهي تقود السيارة',
		'العرصة والعرصات في مراكش',
		'تفوق التلاميذ في المدرسة',
		'قاعدة نحوية ومحتوى يحويه الكتاب',
		'لحاسوب المدرسة وسماد الحقول',
		'الكلاب الضالة في الحي، وحلوف الغابة',
		'الزبيب والتمر والطبل',
		'unique, la bougie, Monique',
		'qui sale con mis amigos',
		'la espina del cactus, la disputa',
		'biotechnologie, thé à la menthe, the spice route',
	])('lets ordinary speech pass: %s', (text) => {
		expect(held(text)).toEqual([]);
	});
});
