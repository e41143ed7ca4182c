// A list of territories with faults: every wrong line is named at once, with the columns to correct.
import { expect, test } from 'vitest';
import { isRefused } from '#platform/refusal.ts';
import { readTerritories } from './territories.ts';

const head = 'country,level,code,parent_code,name_fr,lat,lon,population,source';
const refusalOf = (...lines: string[]) => {
	try {
		readTerritories([head, ...lines].join('\n'));
		return null;
	} catch (error) {
		return isRefused(error) ? error.refusal : null;
	}
};

test('names every wrong line with its columns', () => {
	expect(refusalOf('MA,region,1,,Nord,35,-5,1200,x')).toBeNull();
	expect(
		refusalOf('MA,region,1,,Nord,35,-5,1200,x', 'MA,commune,2,1,Deux,400,500,abc,x', 'MA,commune,,1,,,,,x'),
	).toMatchObject({
		code: 'territories.lines_wrong',
		params: { lines: '3 (lat, lon, population) · 4 (code, name_…)' },
	});
});

test('names ten of many', () => {
	const lines = String(refusalOf(...Array.from({ length: 12 }, () => 'MA,commune,,,Sans code,,,,x'))!.params!['lines']);
	expect(lines.split(' · ')).toHaveLength(10);
	expect(lines).toMatch(/ …$/);
});
