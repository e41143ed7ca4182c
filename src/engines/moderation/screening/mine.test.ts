// Proposing words from labelled texts: stems, skeletons, and what speaks against.
import { describe, expect, it } from 'vitest';
import { mineWords } from './mine.ts';

const repeated = (label: 0 | 1, lang: string, ...texts: string[]) => texts.map((text) => ({ text, label, lang }));
const french = [
	...repeated(
		1,
		'fr',
		'quel zorbard',
		'les zorbards du village',
		'zorbarde va',
		'encore un zorbard',
		'zorbards partout',
	),
	...repeated(1, 'fr', 'le village brûle encore', 'un village sans route', 'dans le village rien'),
	...repeated(
		0,
		'fr',
		'le village est beau',
		'un village calme',
		'au village demain',
		'ce village là',
		'village voisin',
	),
	...repeated(0, 'fr', 'la zone des arbres', 'les arbres du parc', 'un arbre ici'),
];

describe('mined words', () => {
	it('join the forms of a stem under a star, and leave what harmless texts say too', () => {
		const mined = mineWords(french, 0.7);
		expect(mined).toHaveLength(1);
		expect(mined[0]).toMatchObject({ match: 'word', lang: 'fr', held: 5, fine: 0, against: [] });
		expect(mined[0]!.pattern).toMatch(/^\*?zorb|bard|^zor/u);
		expect(mined[0]!.forms).toEqual(expect.arrayContaining(['zorbard', 'zorbards']));
	});

	it('join Arabic script and Arabizi by their consonants', () => {
		const texts = [
			...repeated(1, 'ary', 'هاد زغبوط', 'زغبوط كبير', 'za8bout dyal lhouma', 'nta za8bout', 'za8bot bzaf'),
			...repeated(0, 'ary', 'السوق كبير', 'الحومة زوينة', 'nta mzyan', 'lhouma zwina', 'dyal darna'),
		];
		const joined = mineWords(texts, 0.7).find(({ match }) => match === 'skeleton');
		expect(joined).toMatchObject({ held: 5, fine: 0 });
		expect(joined?.forms).toEqual(expect.arrayContaining(['زغبوط', 'za8bout']));
	});

	it('say how surely, the less the fewer texts, and keep languages apart', () => {
		const few = mineWords(
			french.filter((_, i) => i > 1),
			0.2,
		)[0]!;
		expect(few.sure).toBeLessThan(mineWords(french, 0.2)[0]!.sure);
		expect(mineWords([...french, ...repeated(0, 'es', 'zorbard es un pueblo')], 0.7)[0]?.fine).toBe(0);
		expect(mineWords([])).toEqual([]);
	});
});
