// Dates, numbers and durations as people of each region write them.
import { describe, expect, test } from 'vitest';
import { formatsFor, regionalTag } from './formats.ts';
import { locales } from './locales.ts';

const summer = '2026-08-05T14:30:00Z';

describe('dates', () => {
	test('carry the month names of the region', () => {
		expect(formatsFor('ar', 'MA').date(summer)).toBe('5 غشت 2026');
		expect(formatsFor('ar', 'TN').date('2026-01-05')).toBe('5 جانفي 2026');
		expect(formatsFor('fr', 'MA').date(summer)).toBe('5 août 2026');
		expect(formatsFor('es', 'BO').date(summer)).toBe('5 de agosto de 2026');
		expect(formatsFor('zgh', 'MA').date(summer)).toBe('5 ⵖⵓⵛⵜ 2026');
	});

	test('put the day before the month in every language of letters', () => {
		expect(formatsFor('en').date(summer)).toBe('5 August 2026');
		expect(formatsFor('en').date(summer, 'short')).toBe('05/08/2026');
		expect(formatsFor('zgh').date(summer, 'month')).toBe('ⵖⵓⵛⵜ 2026');
	});

	test('stand in the zone asked for, and a bare date is moved by none', () => {
		const paz = formatsFor('es', { region: 'BO' });
		expect(paz.dateTime('2026-08-05T02:30:00Z')).toContain('4 de agosto');
		expect(paz.date('2026-08-05')).toBe('5 de agosto de 2026');
		expect(formatsFor('fr', { region: 'MA', zone: 'Asia/Tokyo' }).time(summer)).toBe('23:30');
	});

	test('use the 24-hour clock everywhere', () => {
		for (const region of ['MA', 'TN', 'BO']) {
			for (const locale of locales) {
				expect(formatsFor(locale, { region, zone: 'UTC' }).dateTime(summer)).toContain('14:30');
				expect(formatsFor(locale, { region, zone: 'UTC' }).time('2026-08-05T00:05:00Z')).toBe('00:05');
			}
		}
	});

	test('call the first day of a month by its rank in French', () => {
		const french = formatsFor('fr', { zone: 'UTC' });
		expect(french.date('2026-10-01')).toBe('1er octobre 2026');
		expect(french.date('2026-10-01', 'day')).toBe('jeudi 1er octobre');
		expect(french.dateTime('2026-10-01T01:01:00Z')).toContain('1er octobre 2026');
		expect(french.date('2026-10-11')).toBe('11 octobre 2026');
		expect(french.date('2026-10-01', 'short')).toBe('01/10/2026');
	});

	test('refuse what is no date', () => {
		expect(() => formatsFor('fr').date('soon')).toThrow(RangeError);
	});
});

test('the bare Arabic locale is never asked, even for a country without Arabic', () => {
	expect(regionalTag('ar', 'BO')).toBe('ar-MA');
	expect(regionalTag('ar', 'TN')).toBe('ar-TN');
});

describe('numbers', () => {
	test('use Western digits and never an ordinary space, in any language and region', () => {
		for (const locale of locales) {
			for (const region of ['MA', 'TN', 'BO', 'FR']) {
				const format = formatsFor(locale, region);
				for (const text of [format.number(1_234_567.5), format.percent(0.125)]) {
					expect(text).toMatch(/\d/);
					expect(text).not.toContain(' ');
				}
			}
		}
	});

	test('separate thousands by a narrow space in Arabic and in French, wherever they are read', () => {
		for (const region of ['MA', 'TN', 'FR']) {
			expect(formatsFor('ar', region).number(1234.5)).toBe('1\u202f234,5');
			expect(formatsFor('fr', region).number(240_000)).toBe('240\u202f000');
		}
		expect(formatsFor('es', 'BO').number(1234.5)).toBe('1.234,5');
		expect(formatsFor('zgh').number(1234.5)).toBe('1\u00a0234,5');
	});

	test('show a ratio as a percentage with the decimals asked for', () => {
		expect(formatsFor('en').percent(0.125)).toBe('13%');
		expect(formatsFor('en').percent(0.125, 1)).toBe('12.5%');
	});
});

describe('durations', () => {
	test('are said in words', () => {
		expect(formatsFor('fr').hours(0.5)).toBe('30 minutes');
		expect(formatsFor('fr').hours(2.5)).toBe('2\u00a0heures et 30 minutes');
		expect(formatsFor('ar').hours(2)).toBe('ساعتان');
		expect(formatsFor('ar').hours(2.5)).toBe('ساعتان و30 دقيقة');
		expect(formatsFor('es').hours(30)).toBe('30 horas');
		expect(formatsFor('en').hours(60)).toBe('3 days');
	});

	test('are said in Tamazight with attested words only', () => {
		expect(formatsFor('zgh').hours(3)).toBe('3 ⵜⵙⵔⴰⴳⵉⵏ');
		expect(formatsFor('zgh').hours(72)).toBe('3 ⵡⵓⵙⵙⴰⵏ');
	});
});

describe('relative times', () => {
	const now = '2026-08-06T15:00:00Z';

	test('count in the nearest unit, then give the date', () => {
		const format = formatsFor('fr', { zone: 'UTC' });
		expect(format.relative('2026-08-06T14:59:50Z', now)).toBe('maintenant');
		expect(format.relative('2026-08-06T12:00:00Z', now)).toBe('il y a 3 heures');
		expect(format.relative('2026-08-07T15:00:00Z', now)).toBe('demain');
		expect(format.relative('2026-07-01T15:00:00Z', now)).toBe('1er juillet 2026');
	});

	test('name the neighbouring days in Tamazight, else the date', () => {
		const format = formatsFor('zgh', { zone: 'UTC' });
		expect(format.relative(now, now)).toBe('ⴷⵖⵉ');
		expect(format.relative('2026-08-06T12:00:00Z', now)).toBe('ⴰⵙⵙⴰ 12:00');
		expect(format.relative('2026-08-05T23:30:00Z', now)).toBe('ⵉⴹⵍⵍⵉ 23:30');
		expect(format.relative('2026-08-03T12:00:00Z', now)).toBe('3 ⵖⵓⵛⵜ 2026');
	});
});

test('a list ends with the language’s own «and», and with a plain comma in Tamazight', () => {
	expect(formatsFor('fr').list(['a', 'b', 'c'])).toBe('a, b et c');
	expect(formatsFor('zgh').list(['a', 'b'])).toBe('a, b');
});
