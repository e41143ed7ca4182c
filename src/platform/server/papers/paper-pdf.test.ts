// Real PDFs: they are made, they conform, and they say what they were given.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { paperPdf } from './paper-pdf.ts';
import type { Paper } from './paper.ts';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
const at = new Date('2026-11-22T13:00:00Z');

const french: Paper = {
	lang: 'fr',
	dir: 'ltr',
	title: 'Rapport du mois',
	spaceName: 'Joussour Nord',
	period: 'novembre 2026',
	generatedAt: '22 novembre 2026',
	pageLabel: 'Page {page} sur {pages}',
	sections: [
		{
			heading: 'L’essentiel',
			paragraphs: ['Les assemblées ont réuni 1 032 personnes.', 'قال أحد المشاركين', 'ⴰⵣⵓⵍ'],
			figures: [
				{
					label: 'Réponses',
					value: '75 %',
					numerator: '18 répondues',
					denominator: '24 reçues',
					definition: 'Part.',
					sourceNote: 'Registre.',
				},
			],
			bars: {
				label: 'Par commune',
				items: [
					{ label: 'Tanger', value: 1210 },
					{ label: 'Chefchaouen', value: null },
				],
			},
			table: {
				headers: ['Commune', 'Soutiens'],
				rows: Array.from({ length: 60 }, (_, i) => [`Quartier ${i}`, String(i)]),
				align: ['start', 'end'],
			},
		},
	],
};

const arabic: Paper = {
	lang: 'ar',
	dir: 'rtl',
	title: 'تقرير شهر أكتوبر',
	spaceName: 'جسور',
	generatedAt: '22 أكتوبر 2026',
	sections: [
		{
			heading: 'طنجة وتطوان',
			paragraphs: ['تطوان طنجة الحسيمة العرائش', '2026 قانون 43.22', 'Jean-Pierre Martin (Tanger)'],
			bars: { label: 'حسب الجماعة', items: [{ label: 'طنجة', value: 3410 }] },
			table: { headers: ['الجماعة', 'العدد'], rows: [['تطوان', '-5 %']], align: ['start', 'end'] },
		},
	],
};

function wordsOf(pdf: Uint8Array): string {
	const out = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;
	return out.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/gu, '').replace(/\s+/gu, ' ');
}

const claimsUa = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').includes('pdfuaid:part');

describe('paperPdf', { timeout: 30_000 }, () => {
	it.each([
		['French', french],
		['Arabic', arabic],
	] as const)('sets a %s document as PDF/UA-1', async (_, doc) => {
		const pdf = await paperPdf(doc, { at });
		expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
		expect(claimsUa(pdf)).toBe(true);
		expect(pdf.length).toBeLessThan(300_000);
	});

	it.skipIf(!hasPdftotext)('keeps words and numbers in reading order (needs pdftotext)', async () => {
		const fr = wordsOf(await paperPdf(french, { at }));
		expect(fr).toContain('Les assemblées ont réuni 1 032 personnes.');
		expect(fr).toContain('Page 1 sur 3');
		expect(fr).toContain('1 210');
		const ar = wordsOf(await paperPdf(arabic, { at }));
		expect(ar).toContain('تطوان طنجة الحسيمة العرائش');
		expect(ar).toMatch(/2026\s*قانون\s*43\.22/u);
		expect(ar).toContain('Jean-Pierre Martin');
		expect(ar).toContain('3 410');
	});

	const hostile = '#read("/etc/passwd") *bold* $x^2$ \\ #{1+1} `code` <label> @ref [a](b) // c /* d */ = e "q" \'s\'';

	it('takes hostile text, missing glyphs, controls and endless words without failing', async () => {
		const texts = [
			hostile,
			'👍🏽 \u{1f9ff} 漢字 \u{10ffff} \ud800 \0 \u202e abc',
			'x'.repeat(10_000),
			'ح'.repeat(10_000),
			'a\u0301\u0302\u0489',
			'',
		];
		const doc: Paper = {
			...french,
			title: hostile,
			spaceName: hostile,
			sections: texts.map((text) => ({
				heading: text.slice(0, 60),
				paragraphs: [text],
				figures: [{ label: text, value: text.slice(0, 20), definition: text.slice(0, 400), sourceNote: hostile }],
				bars: {
					label: text.slice(0, 99),
					items: [
						{ label: text.slice(0, 99), value: -3 },
						{ label: '', value: Number.NaN },
					],
				},
				table: { headers: [hostile], rows: [[text], [], [text, 'more than the headers']] },
			})),
		};
		const pdf = await paperPdf(doc, { at });
		expect(claimsUa(pdf)).toBe(true);
		if (hasPdftotext) {
			const words = wordsOf(pdf);
			expect(words).toContain(
				'#read("/etc/passwd") *bold* $x^2$ \\ #{1+1} `code` <label> @ref [a](b) // c /* d */ = e "q"',
			);
			expect(words).not.toContain('root:');
		}
	});

	it.skipIf(!hasPdftotext)(
		'keeps a short table whole, and its words lead where they say (needs pdftotext)',
		async () => {
			const short = {
				headers: ['Village', 'Puits'],
				rows: [
					['Aval', '1'],
					['Amont', '2'],
					['Plateau', '3'],
				],
			};
			for (const filling of [27, 28, 29, 30, 31, 32, 33, 34]) {
				const doc: Paper = {
					...french,
					sections: [
						{ heading: '', paragraphs: ['Une ligne.\n'.repeat(filling)] },
						{
							heading: 'Les puits',
							table: { ...short, rows: [...short.rows, [{ text: 'Source', href: 'https://eau.example/x' }, '4']] },
						},
					],
				};
				const pdf = await paperPdf(doc, { at });
				const out = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;
				const pages = out.split('\f').filter((page) => /Village|Aval|Amont|Plateau|Source/u.test(page));
				expect(pages).toHaveLength(1);
				expect(Buffer.from(pdf).toString('latin1')).toContain('https://eau.example/x');
			}
		},
	);

	it('sets an empty document', async () => {
		expect(
			claimsUa(await paperPdf({ ...arabic, title: '', spaceName: ' ', generatedAt: '', sections: [] }, { at })),
		).toBe(true);
	});

	it('gives up in time, and sets the next document all the same', async () => {
		const slow = paperPdf(french, { at, limitMs: 1 });
		const next = paperPdf(arabic, { at });
		await expect(slow).rejects.toMatchObject({ name: 'PaperFailed', reason: 'too_slow' });
		expect((await next).length).toBeGreaterThan(1000);
	});

	it('makes the same bytes from the same document at the same time', async () => {
		const [a, b] = [await paperPdf(arabic, { at }), await paperPdf(arabic, { at })];
		expect(Buffer.compare(a, b)).toBe(0);
	});
});
