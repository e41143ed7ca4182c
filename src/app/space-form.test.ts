// The two colours of a space's form.
import { expect, test } from 'vitest';
import { isRefused } from '#platform/refusal.ts';
import { coloursIn } from './space-form.ts';

const formOf = (fields: Record<string, string>): FormData => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
};
const accents = (colour: string) => (colour === '#fd0' ? { hue: 100, chroma: 'low' } : null);

test('a typed colour goes before the chosen hue, each for itself; the vividness is the first one’s', () => {
	const chosen = { hue: '20', secondHue: '230', chroma: 'high' };
	expect(coloursIn(formOf(chosen), accents)).toEqual(chosen);
	expect(coloursIn(formOf({ ...chosen, secondColour: ' #fd0 ' }), accents)).toEqual({ ...chosen, secondHue: 100 });
	expect(coloursIn(formOf({ ...chosen, colour: '#fd0' }), accents)).toEqual({
		hue: 100,
		chroma: 'low',
		secondHue: '230',
	});
});

test('what is no colour is refused beside its own field', () => {
	try {
		coloursIn(formOf({ hue: '20', secondHue: '30', secondColour: 'vert' }), accents);
		expect.unreachable();
	} catch (error) {
		expect(isRefused(error) && error.refusal).toMatchObject({ code: 'colour.invalid', field: 'secondColour' });
	}
});
