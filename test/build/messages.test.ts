// Every text exists in every language, with its plural forms and parameters, and is written by the rules of its language.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pluralCategories } from '#platform/i18n/index.ts';
import type { Locale } from '#platform/i18n/index.ts';
import { filesUnder } from './files.ts';

type Catalogue = Record<string, string | Record<string, string>>;
interface Review {
	composed: Record<string, string>;
	fallback: string[];
}

const root = new URL('../../', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`messages/${name}.json`, root), 'utf8'));
const languages: readonly Locale[] = ['fr', 'en', 'ar', 'es', 'zgh'];
const catalogues = Object.fromEntries(languages.map((name) => [name, read(name) as Catalogue])) as Record<
	Locale,
	Catalogue
>;
const review = read('zgh.review') as Review;
const keys = Object.keys(catalogues.fr);

const textsOf = (entry: Catalogue[string]) => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placeholders = (entry: Catalogue[string]) => {
	const found = textsOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
	return [...new Set(found)].filter((name) => typeof entry === 'string' || name !== 'count').sort();
};

/** «key: text» of every text of a language that a rule calls wrong: empty when all is well, and readable when not. */
function faults(locale: Locale, isWrong: (text: string) => boolean): string[] {
	return Object.entries(catalogues[locale]).flatMap(([key, entry]) =>
		textsOf(entry)
			.filter(isWrong)
			.map((text) => `${key}: ${text}`),
	);
}

describe.each(languages)('the catalogue of %s', (locale) => {
	const catalogue = catalogues[locale];
	const own = Object.keys(catalogue);

	test('is sorted by key and knows no key that French lacks', () => {
		expect(own).toEqual([...own].sort());
		expect(own.filter((key) => !keys.includes(key))).toEqual([]);
	});

	test('has every key, or, in Tamazight only, admits that it has not', () => {
		const admitted = locale === 'zgh' ? review.fallback : [];
		expect(keys.filter((key) => !own.includes(key) && !admitted.includes(key))).toEqual([]);
	});

	test('has plurals where French has, in exactly the categories of the language', () => {
		const wanted = [...pluralCategories(locale)].sort();
		const wrong = own.filter((key) => {
			const [entry, model] = [catalogue[key] ?? '', catalogues.fr[key]];
			if (typeof entry === 'string' || typeof model === 'string') return typeof entry !== typeof model;
			return Object.keys(entry).sort().join() !== wanted.join();
		});
		expect(wrong).toEqual([]);
	});

	test('names the same parameters as French and no brace is left open', () => {
		const differs = own.filter(
			(key) => placeholders(catalogue[key] ?? '').join() !== placeholders(catalogues.fr[key] ?? '').join(),
		);
		expect(differs).toEqual([]);
		expect(faults(locale, (text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
	});

	test('is composed Unicode, without empty texts or stray spaces', () => {
		expect(faults(locale, (text) => text !== text.normalize('NFC'))).toEqual([]);
		expect(faults(locale, (text) => text.trim() !== text || text === '' || / {2}/.test(text))).toEqual([]);
	});
});

describe('the wording', () => {
	test('of French has curly apostrophes and its narrow spaces', () => {
		expect(faults('fr', (text) => text.includes("'"))).toEqual([]);
		expect(faults('fr', (text) => /(?<!\u202f)[;!?](?=[\s»)]|$)/.test(text))).toEqual([]);
		expect(faults('fr', (text) => /(?<!\u00a0):(?=\s|$)/.test(text))).toEqual([]);
		expect(faults('fr', (text) => /«(?!\u202f)|(?<!\u202f)»/.test(text))).toEqual([]);
	});

	test('of Arabic has no tatweel and Arabic punctuation without a space before it', () => {
		expect(faults('ar', (text) => text.includes('\u0640'))).toEqual([]);
		expect(faults('ar', (text) => /[,;?](?=\s|$)|\s[،؛؟:.]/.test(text))).toEqual([]);
	});

	test('of Spanish opens its questions and exclamations', () => {
		expect(
			faults(
				'es',
				(text) => count(text, /\?(?=[\s»).]|$)/g) > count(text, /¿/g) || count(text, /!/g) > count(text, /¡/g),
			),
		).toEqual([]);
	});

	test('of Spanish says «tú» throughout, as the glossary decided once', () => {
		const formal =
			/\busted\b|(?:^|[.:] )(?:Abra|Añada|Complete|Compruebe|Confirme|Consulte|Corrija|Elija|Escriba|Espere|Indique|Inicie|Intente|Nombre antes|Permita|Pida|Pruebe|Recargue|Revise|Seleccione|Use|Utilice|Vuelva)\b/i;
		expect(faults('es', (text) => formal.test(text))).toEqual([]);
	});

	test('of Tamazight is in Tifinagh', () => {
		expect(
			faults('zgh', (text) => !/\p{Script=Tifinagh}/u.test(text) && /\p{L}/u.test(text.replace(/\{\w+\}/g, ''))),
		).toEqual([]);
	});
});

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe('the review list of Tamazight', () => {
	test('names only composed texts that exist, each with its reason', () => {
		expect(Object.keys(review.composed).filter((key) => !(key in catalogues.zgh))).toEqual([]);
		expect(Object.values(review.composed).filter((reason) => reason.trim() === '')).toEqual([]);
	});

	test('names only fallbacks that are real and have no Tamazight', () => {
		expect(review.fallback.filter((key) => key in catalogues.zgh || !keys.includes(key))).toEqual([]);
		expect(review.fallback).toEqual([...new Set(review.fallback)].sort());
	});
});

test('every refusal the code gives has its sentence', () => {
	const sources = filesUnder(fileURLToPath(new URL('src', root))).filter((path) => /(?<!\.test)\.ts$/.test(path));
	const without = sources.flatMap((path) => {
		const given = readFileSync(path, 'utf8').matchAll(/(?:\brefuse\(\s*|\bcode: )'([a-z_]+\.[a-z_]+)'/g);
		return [...given].filter(([, code = '']) => !keys.includes(code)).map(([, code]) => `${code} in ${path}`);
	});
	expect(without).toEqual([]);
});

test('the generated types are those of the catalogue', () => {
	const script = fileURLToPath(new URL('src/platform/i18n/generate.mjs', root));
	const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
	expect(stderr).toBe('');
	expect(status).toBe(0);
});
