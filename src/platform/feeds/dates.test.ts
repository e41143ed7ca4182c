import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

const iso = (written: string): string | null => readDate(written).iso;

describe('dates in feeds', () => {
	it.each([
		['Tue, 03 Mar 2026 10:00:00 GMT', '2026-03-03T10:00:00.000Z'],
		['3 Mar 26 10:00 EST', '2026-03-03T15:00:00.000Z'],
		['Tue, 03 Mar 2026 10:00:00 +0100', '2026-03-03T09:00:00.000Z'],
		['Tue, 03 Mar 2026 10:00:00 GMT+1', '2026-03-03T09:00:00.000Z'],
		['Tue, 03 Mar 2026 00:30:00 -0430 (VET)', '2026-03-03T05:00:00.000Z'],
		['Tuesday, 03-Mar-26 10:00:00 GMT', '2026-03-03T10:00:00.000Z'],
		['Tue Mar  3 10:00:00 UTC 2026', '2026-03-03T10:00:00.000Z'],
		['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
		['2026-03-03T10:00:00.123456+01:00', '2026-03-03T09:00:00.000Z'],
		['20260303T101010Z', '2026-03-03T10:10:10.000Z'],
		['2026-03-03 10:00:00 +0000', '2026-03-03T10:00:00.000Z'],
		['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
		['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
	])('reads the standard form %s', (written, expected) => {
		expect(readDate(written)).toEqual({ iso: expected, oddities: [] });
	});

	it.each([
		['mar., 03 mars 2026 10:00:00 +0100', '2026-03-03T09:00:00.000Z'],
		['mardi 3 mars 2026 à 10h30 CET', '2026-03-03T09:30:00.000Z'],
		['jeudi 1er janvier 2026', '2026-01-01T00:00:00.000Z'],
		['12 août 2026 - 8h', '2026-08-12T08:00:00.000Z'],
		['28 févr. 2026', '2026-02-28T00:00:00.000Z'],
		['3 de marzo de 2026, 10:00', '2026-03-03T10:00:00.000Z'],
		['mar, 03 mar 2026 10:00', '2026-03-03T10:00:00.000Z'],
		['15 setiembre 2026', '2026-09-15T00:00:00.000Z'],
		['March 3rd, 2026 3:05 pm', '2026-03-03T15:05:00.000Z'],
		['12:15 am 3 March 2026', '2026-03-03T00:15:00.000Z'],
		['03/04/2026 10h30', '2026-04-03T10:30:00.000Z'],
		['4/23/2026', '2026-04-23T00:00:00.000Z'],
	])('reads %s', (written, expected) => {
		expect(iso(written)).toBe(expected);
	});

	it.each([
		['الثلاثاء 3 مارس 2026 - 10:30', '2026-03-03T10:30:00.000Z'],
		['3 يناير 2026', '2026-01-03T00:00:00.000Z'],
		['3 جانفي 2026', '2026-01-03T00:00:00.000Z'],
		['3 غشت 2026', '2026-08-03T00:00:00.000Z'],
		['٣ أوت ٢٠٢٦', '2026-08-03T00:00:00.000Z'],
		['12 نونبر 2026', '2026-11-12T00:00:00.000Z'],
		['12 نوفمبر 2026', '2026-11-12T00:00:00.000Z'],
		['31 دجنبر 2026', '2026-12-31T00:00:00.000Z'],
		['31 ديسمبر 2026', '2026-12-31T00:00:00.000Z'],
		['5 شتنبر 2026', '2026-09-05T00:00:00.000Z'],
		['5 يوليوز 2026', '2026-07-05T00:00:00.000Z'],
		['5 جويلية 2026', '2026-07-05T00:00:00.000Z'],
		['5 ماي 2026 3:05 م', '2026-05-05T15:05:00.000Z'],
		['5 تشرين الثاني 2026', '2026-11-05T00:00:00.000Z'],
		['3 ⵖⵓⵛⵜ 2026', '2026-08-03T00:00:00.000Z'],
	])('reads the Arabic and Tamazight months of %s', (written, expected) => {
		expect(iso(written)).toBe(expected);
	});

	it('notes what it had to assume', () => {
		expect(readDate('Mon, 03 Mar 2026 10:00:00 GMT')).toEqual({
			iso: '2026-03-03T10:00:00.000Z',
			oddities: ['date.weekday_wrong'],
		});
		expect(readDate('03 Mar 2026 10:00').oddities).toEqual(['date.no_zone']);
		expect(readDate('03 Mar 2026 10:00 XYZ').oddities).toEqual(['date.zone_unknown']);
		expect(readDate('03/04/2026').oddities).toEqual(['date.ambiguous', 'date.no_zone']);
	});

	it.each([
		'',
		'hier',
		'x 3',
		'31/02/2026',
		'2026-13-01',
		'03 Mar 2026 25:00',
		'3 mars',
		'Published 3 books in May 2024',
		'14 رمضان 1447',
		'3 mars 2026 10:00 +9900',
	])('does not invent a date for «%s»', (written) => {
		expect(readDate(written)).toEqual({ iso: null, oddities: ['date.unreadable'] });
	});

	it('reads back every instant in the standard forms, and never throws', () => {
		const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(instants, (date) => {
				date.setUTCMilliseconds(0);
				expect(readDate(date.toUTCString())).toEqual({ iso: date.toISOString(), oddities: [] });
				expect(iso(date.toISOString())).toBe(date.toISOString());
			}),
		);
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readDate(text).oddities.length >= 0));
	});
});
