// Packs of places that come with the program.
import { expect, test } from 'vitest';
import { describePack, listPacks, readPack } from './packs.ts';

test('a pack says its country, how many places it has and where they come from', () => {
	const csv =
		'country,level,code,parent_code,name_fr,source\nMA,region,01,,Nord,"a/b:c.csv (names); d/e:f.json"\nMA,region,02,,Oriental,a/b:c.csv\n';
	expect(describePack('morocco', csv)).toEqual({
		name: 'morocco',
		country: 'MA',
		places: 2,
		sources: ['a/b:c.csv', 'd/e:f.json'],
	});
});

test('only packs that are there can be read', async () => {
	expect((await listPacks()).map((pack) => pack.name)).toContain('morocco');
	await expect(readPack('../../../package')).rejects.toThrow('pack.not_found');
});
