// A text that stands in for Tamazight says which language it is in.
import { expect, test } from 'vitest';
import { attrsOfText } from './said-in.ts';

test('by its letters, in a page of Tamazight and in no other', () => {
	expect(attrsOfText('Ce champ est obligatoire.', 'zgh')).toEqual({ lang: 'fr', dir: 'ltr' });
	expect(attrsOfText('هذا الحقل إلزامي.', 'zgh')).toEqual({ lang: 'ar', dir: 'rtl' });
	for (const text of ['ⵜⵉⵔⵉⵡⵜ ⴰⴷ', 'ⴰⵙⵓⵎⵔ (RSS)', '2026', 'A4', '']) expect(attrsOfText(text, 'zgh')).toEqual({});
	expect(attrsOfText('هذا الحقل إلزامي.', 'fr')).toEqual({});
});
