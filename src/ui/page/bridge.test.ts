// The bridge in words: what is drawn must also be said.
import { expect, it } from 'vitest';
import { translatorFor } from '#platform/i18n/index.ts';
import { arch, spokenStages, stateWord } from './bridge.ts';

const t = translatorFor('en');

it('says every stage with its state, in order', () => {
	const spoken = spokenStages(
		[
			{ key: 'a', label: 'First', state: 'on' },
			{ key: 'b', label: 'Second', state: 'late', detail: 'since May' },
			{ key: 'c', label: 'Third', state: 'empty' },
		],
		t,
	);
	expect(spoken).toBe('First: reached · Second: late · Third: to come');
});
it('has a different word for each state in every language', () => {
	for (const locale of ['ar', 'fr', 'es', 'en'] as const) {
		const words = (['on', 'late', 'empty'] as const).map((state) => stateWord({ state }, translatorFor(locale)));
		expect(new Set(words).size).toBe(3);
	}
});
it('sets the arches side by side without overlap', () => {
	expect(arch(0)).toBe('M3 22C3 0 21 0 21 22');
	expect(arch(1)).toBe('M24 22C24 0 42 0 42 22');
});
