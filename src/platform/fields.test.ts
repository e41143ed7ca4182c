// Text people type: what every language needs passes unchanged, what no text needs is refused by name.
import { expect, test } from 'vitest';
import { countField, lineField, nameField, textField } from './fields.ts';

const codes = (typed: string, min = 1): string[] => {
	const parsed = textField(min, 200).safeParse(typed);
	return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test.each([
	['emoji with joiners and skin colours', '🧕🏿 👩🏽‍🌾 🇲🇦'],
	['both directions in one line', 'Réunion في تزنيت at 18:30 (ⵜⵉⵣⵏⵉⵜ)'],
	['direction marks and isolates', '\u2067سلام\u2069 \u200eabc'],
	['joiners inside words', 'می\u200cخواهم'],
	['marks in heaps', 'Z̸̢̛͓̙͉a̶l̷g̵o'],
	['markup and query language', `<script>alert("1")</script> ' OR 1=1; --`],
])('%s pass as they are', (_name, typed) => {
	expect(textField(1, 200).parse(typed)).toBe(typed.normalize('NFC'));
});

test.each([
	['a null byte', 'a\u0000b'],
	['a bell', 'a\u0007b'],
	['delete', 'a\u007fb'],
	['a C1 control', 'a\u0092b'],
	['half a surrogate pair', 'a\ud83db'],
	['a noncharacter', 'a\uffffb'],
])('%s is refused', (_name, typed) => {
	expect(codes(typed)).toEqual(['field.control_characters']);
});

test('what nobody can see does not fill a field that must be filled', () => {
	for (const typed of ['', '  \n', '\u200b\u200d\u2060', '\u202e\u2069', '\u3164', '\u2800'])
		expect(codes(typed)).toEqual(['field.missing']);
	expect(codes('\u200b', 0)).toEqual([]);
});

test('no letters are printed backwards, and a name is what it looks like', () => {
	expect(textField(1, 200).parse('Zo\u202eporcim\u202c')).toBe('Zoporcim\u202c');
	expect(nameField(1, 80).parse('\u2067Zo\u202epor\u200bcim')).toBe('Zoporcim');
	expect(nameField(1, 80).safeParse('\u202e\u200b').success).toBe(false);
});

test('a line has no line breaks', () => {
	expect(lineField(1, 80).parse('un\r\ndeux\u2028trois')).toBe('un deux trois');
});

test('a count is one the database can hold', () => {
	expect(countField.parse('7')).toBe(7);
	for (const wrong of ['-1', '1.5', 'x', '2147483648', '1e300'])
		expect(countField.safeParse(wrong).success).toBe(false);
});
