// Normalising: the views of a text, and the way back to the original.
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

const plain = (text: string) => normalise(text).views.plain;
const skeleton = (text: string) => normalise(text).views.skeleton;

describe('normalise', () => {
	it('reads a text of a million signs', () => {
		for (const text of ['a.'.repeat(500_000), '3a7'.repeat(300_000), 'n a r '.repeat(150_000)])
			expect(normalise(text).views.skeleton.length).toBeGreaterThan(0);
	});

	it('gives حمار, 7mar and hmar one skeleton', () => {
		expect(skeleton('حمار 7mar hmar الحمار')).toEqual(['حمر', 'حمر', 'حمر', 'لحمر']);
	});

	it.each([
		['3ndi', 'عند'],
		['5obz', 'خبز'],
		['khobz', 'خبز'],
		['خبز', 'خبز'],
		['9ra', 'قر'],
		['ghda', 'غد'],
		['chkoun', 'شكن'],
		['شكون', 'شكن'],
		['6or9an', 'ترقن'],
		['طرقان', 'ترقن'],
	])('sounds %s as %s', (text, expected) => {
		expect(skeleton(text)).toEqual([expected]);
	});

	it('leaves Arabizi digits where they are', () => {
		expect(plain('wach 3endkom l7a9 f had 9anoun')).toEqual(['wach', '3endkom', 'l7a9', 'f', 'had', '9anoun']);
		expect(normalise('3endkom 7a9').words.flatMap(({ readings }) => readings)).toEqual([]);
	});

	it.each([
		['أإآٱا', 'اا'],
		['مدرسة', 'مدرسه'],
		['مستشفى', 'مستشفي'],
		['کتابی', 'كتابي'],
		['ہھە', 'هه'],
		['گڭڤپچ', 'ققفبش'],
		['مُحَمَّد', 'محمد'],
		['جـــسور', 'جسور'],
		['ﷲ', 'الله'],
		['Ａｂｃ', 'abc'],
		['ÉCOLE', 'ecole'],
		['Año', 'año'],
		['An\u0303o', 'año'],
		['٢٠٢٦', '2026'],
		['œuvre', 'oeuvre'],
		['Straße', 'strasse'],
	])('folds %s to %s', (text, expected) => {
		expect(plain(text)).toEqual([expected]);
	});

	it('cuts runs to two, to one in the other view, and leaves numbers alone', () => {
		expect(normalise('graaaave 1000').views).toMatchObject({ plain: ['graave', '1000'], collapsed: ['grave', '1000'] });
	});

	it('resolves look-alikes only in words that mix scripts', () => {
		expect(plain('p\u0430ris')).toEqual(['paris']);
		expect(plain('сосна')).toEqual(['сосна']);
	});

	it('leads every word back to its place', () => {
		const text = '👍 «مُحَمَّد» é\u0301cole';
		const { views, spans } = normalise(text);
		expect(views.plain).toEqual(['محمد', 'ecole']);
		expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['مُحَمَّد', 'é\u0301cole']);
	});
});
