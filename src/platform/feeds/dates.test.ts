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

	it.each([
		['2003', '2003-01-01'],
		['2003-12', '2003-12-01'],
		['20031231', '2003-12-31'],
		['2003-335', '2003-12-01'],
		['2004336', '2004-12-01'],
		['2003-W01-1', '2002-12-30'],
		['2026W107', '2026-03-08'],
		['03-12-31', '2003-12-31'],
		['031231', '2003-12-31'],
		['03-335', '2003-12-01'],
		['-0312', '2003-12-01'],
		['-03', '2003-01-01'],
		['2026-3-3', '2026-03-03'],
	])('reads the part or form %s of ISO 8601', (written, day) => {
		expect(iso(written)).toBe(`${day}T00:00:00.000Z`);
	});

	it.each([
		['2003-12-31T10:14Z', '2003-12-31T10:14:00.000Z'],
		['2003-12-31T10Z', '2003-12-31T10:00:00.000Z'],
		['2003-12-31T10:14:55-08:00', '2003-12-31T18:14:55.000Z'],
		['2003-12-31 10:14:55,5 -0800', '2003-12-31T18:14:55.000Z'],
		['2003-12-31T10:14:55+0100Z', '2003-12-31T09:14:55.000Z'],
		['2003-12-31T10:14:55 PST', '2003-12-31T18:14:55.000Z'],
		['Sun Jan  4 16:29:06 PDT 2004', '2004-01-04T23:29:06.000Z'],
		['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06.000Z'],
		['Thu, 01 Jan 04 19:48:21 A', '2004-01-01T20:48:21.000Z'],
		['Thu, 01 Jan 04 19:48:21 N', '2004-01-01T18:48:21.000Z'],
		['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00.000Z'],
		['Wed, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T23:41:00.000Z'],
		['Mon, 13 Feb, 2012 06:28:00 UTC', '2012-02-13T06:28:00.000Z'],
		['Tue, Feb 07 2012 06:28:00 -0700 (PDT)', '2012-02-07T13:28:00.000Z'],
		['Tue, 07 Feb 2012 06:28:00 -0700 PDT', '2012-02-07T13:28:00.000Z'],
		['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53.000Z'],
		['Tue Mar 03 2026 10:00:00 GMT+0100 (heure normale)', '2026-03-03T09:00:00.000Z'],
		['Mon, 26 January 2004 16:31:00 EST', '2004-01-26T21:31:00.000Z'],
		['Tuseday, 3 Febuary 2026 24:00', '2026-02-04T00:00:00.000Z'],
		// RFC 2822 (3.3) lets a zone be anything from -9999 to +9959.
		['Sun, 31 Dec 1999 23:59:59 -9959', '2000-01-05T03:58:59.000Z'],
		['1772531410', '2026-03-03T09:50:10.000Z'],
	])('reads the habit %s', (written, expected) => {
		expect(iso(written)).toBe(expected);
	});

	it.each([
		['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z'],
		['2004-július-13T9:15-05:00', '2004-07-13T14:15:00.000Z'],
		['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15.000Z'],
		['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17.000Z'],
		['Di, 3. März 2026 10:00', '2026-03-03T10:00:00.000Z'],
		['martedì 3 marzo 2026', '2026-03-03T00:00:00.000Z'],
		['3 de outubro de 2026', '2026-10-03T00:00:00.000Z'],
	])('reads the names of %s', (written, expected) => {
		expect(iso(written)).toBe(expected);
	});
});
