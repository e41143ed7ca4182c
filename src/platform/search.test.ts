// Spellings of one word meet in the search.
import { expect, test } from 'vitest';
import { searchWords } from './search.ts';

test.each([
	['المدرسة وَالطّريق', 'مدرسه طريق'],
	['أسعار الطاقة ٢٠٢٦', 'اسعار طاقه 2026'],
	['کتابی ۱۲', 'كتابي 12'],
	['Écoles D’ÉTÉ', 'ecoles d ete'],
	['¿Qué año?', 'que ano'],
])('%s is searched as %s', (text, words) => {
	expect(searchWords(text).join(' ')).toBe(words);
});
