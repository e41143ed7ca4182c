// What the style sheet and the components promise: no physical sides, no style attributes, light fonts, components that exist.
import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, here), 'utf8');
const styles = globSync('{app,css/*}.css', { cwd: here.pathname });
const components = globSync('**/*.svelte', { cwd: here.pathname });

it.each(styles)('%s uses logical sides only', (name) => {
	const physical = /(?:^|[\s;{-])(?:left|right|margin-(?:top|bottom)|padding-(?:top|bottom)|width|height)\s*:/m;
	const text = read(name)
		.replace(/@media[^{]+\{/g, '')
		.replace(/\/\*[\s\S]*?\*\//g, '');
	expect(
		physical.exec(
			text.replace(/(?:stroke|outline|scrollbar|border[\w-]*)-width\s*:/g, 'x ').replace(/line-height/g, 'x'),
		),
	).toBeNull();
});
it.each(components)('%s has no style attribute, no handler and no physical utility', (name) => {
	const text = read(name);
	expect(text).not.toMatch(/\sstyle[:=]|<style|\son[a-z]+=\{/);
	expect(text).not.toMatch(
		/class="[^"]*\b-?(?:ml|mr|pl|pr|mt|mb|pt|pb|left|right|border-[lrtb]|rounded-[lr]|text-(?:left|right))(?:-|\b)/,
	);
});
it('has fonts that leave room in a first visit of 40 kB', () => {
	const size = (name: string) => statSync(new URL(`fonts/${name}.woff2`, here)).size;
	expect(size('plex-arabic-400')).toBeLessThan(12_000);
	expect(size('plex-arabic-400') + size('plex-arabic-600')).toBeLessThan(24_000);
	expect(size('tifinagh-400')).toBeLessThan(4_000);
});
it('opens its door to every part', () => {
	const door = read('index.ts');
	const hidden = components.filter((name) => !name.startsWith('specimen/') && !door.includes(`./${name}`));
	expect(hidden).toEqual([]);
});
