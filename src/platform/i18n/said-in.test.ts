// A text that stands in for Tamazight says which language it is in.
import { expect, test } from 'vitest';
import { attrsOfText } from './said-in.ts';
import { translatorFor } from './translator.ts';

test('by its letters, in a page of Tamazight and in no other', () => {
	expect(attrsOfText('Ce champ est obligatoire.', 'zgh')).toEqual({ lang: 'fr', dir: 'ltr' });
	expect(attrsOfText('هذا الحقل إلزامي.', 'zgh')).toEqual({ lang: 'ar', dir: 'rtl' });
	for (const text of ['ⵜⵉⵔⵉⵡⵜ ⴰⴷ', 'ⴰⵙⵓⵎⵔ (RSS)', '2026', 'A4', '']) expect(attrsOfText(text, 'zgh')).toEqual({});
	expect(attrsOfText('هذا الحقل إلزامي.', 'fr')).toEqual({});
});

test('by the letters of its own words, whatever names and dates stand in it', () => {
	const t = translatorFor('zgh');
	for (const space of ['ⵜⴰⵙⵏⵉⵍⵙⵜ ⵏ ⵡⴰⵟⵍⴰⵙ', 'إذاعة الواحة', 'Radio Tafoukt'])
		expect(attrsOfText(t('unanswered.reply_help', { space }), 'zgh')).toEqual({ lang: 'fr', dir: 'ltr' });
	expect(attrsOfText(t('works.stale_at', { date: 'ⴰⵙⵙⴰ 14:05' }), 'zgh')).toEqual({ lang: 'fr', dir: 'ltr' });
	// A value alone is what it is.
	expect(attrsOfText('\u2068إذاعة\u2069 · 3', 'zgh')).toEqual({ lang: 'ar', dir: 'rtl' });
	expect(attrsOfText('\u2068ⴰⵙⵙⴰ\u2069', 'zgh')).toEqual({});
});
