// A text that stands in for Tamazight says which language it is in: templates print such keys by <T> or <Said>, never bare.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { filesUnder } from './files.ts';

const root = new URL('../../', import.meta.url);
const review = JSON.parse(readFileSync(new URL('messages/zgh.review.json', root), 'utf8')) as { fallback: string[] };
const standIns: readonly string[] = review.fallback;

interface Node {
	type: string;
	start: number;
	end: number;
	[key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Keys of a call `t('…')` or `t.code(`…${x}…`)` as a pattern; null for any other call. */
function keysOf(call: Node): RegExp | null {
	const callee = call['callee'] as Node & { name?: string; object?: { name?: string }; property?: { name?: string } };
	if (callee.name !== 't' && !(callee.object?.name === 't' && callee.property?.name === 'code')) return null;
	const [key] = call['arguments'] as Node[];
	if (key?.type === 'Literal') return new RegExp(`^${RegExp.escape(String(key['value']))}$`);
	if (key?.type !== 'TemplateLiteral') return null;
	const quasis = key['quasis'] as { value: { cooked: string } }[];
	return new RegExp(`^${quasis.map(({ value }) => RegExp.escape(value.cooked)).join('.+')}$`);
}

const classOf = (attributes: readonly Node[], source: string): string => {
	const one = attributes.find(({ type, ['name']: name }) => type === 'Attribute' && name === 'class');
	return one ? source.slice(one.start, one.end) : '';
};

/** Expressions of a template that print a stand-in, or a refusal that may be one, as it is. */
function bareIn(source: string): string[] {
	const found: string[] = [];
	const visit = (node: Node, labelled: boolean, refusal: boolean): void => {
		if (node.type === 'Attribute' || node.type === 'TitleElement') return;
		const attributes = (node['attributes'] ?? []) as Node[];
		const own =
			labelled ||
			attributes.some((one) => one.type === 'SpreadAttribute' && source.slice(one.start, one.end).includes('attrs'));
		if (node.type === 'ExpressionTag' && !own) {
			const calls: Node[] = [];
			const collect = (part: Node): void => {
				if (part.type === 'CallExpression') calls.push(part);
				partsOf(part).forEach(collect);
			};
			collect(node);
			const bare = refusal || calls.map(keysOf).some((keys) => keys !== null && standIns.some((key) => keys.test(key)));
			if (bare) found.push(source.slice(node.start, node.end));
			return;
		}
		const within = refusal || /\brefusal\b/.test(classOf(attributes, source));
		for (const part of partsOf(node)) visit(part, own, within);
	};
	visit(parse(source, { modern: true }).fragment as unknown as Node, false, false);
	return found;
}

test('of every template', () => {
	const bare = filesUnder(fileURLToPath(new URL('src', root)))
		.filter((file) => file.endsWith('.svelte') && !file.includes('/specimen/'))
		.flatMap((file) => bareIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`));
	expect(bare).toEqual([]);
});

test('is seen where one is printed bare, and not where its element says its language', () => {
	const [key] = standIns;
	expect(bareIn(`<p>{t('${key}')}</p>`)).toHaveLength(1);
	expect(bareIn(`{#if x}<b>{x ? t('${key}') : ''}</b>{/if}`)).toHaveLength(1);
	expect(bareIn('<p class="refusal small">{typed.refusal(name)}</p>')).toHaveLength(1);
	expect(bareIn('<p class="refusal"><Said text={typed.refusal(name)} /></p>')).toEqual([]);
	expect(bareIn(`<p {...t.attrs('${key}')}>{t('${key}')}</p><p title={t('${key}')}></p>`)).toEqual([]);
});
