// Two people, one credit, one picture: what each had seen decides who is asked to look again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeShared, noShared, readShared, type SharedFields } from './shared-fields.ts';

const seen: SharedFields = { ...noShared, creditName: 'Radio Tazart', imageFile: 'p1', imageAlt: 'Un barrage vide' };

test('what the sender left alone stays as somebody else has made it meanwhile', () => {
	const stored = { ...seen, creditName: 'Agence du Rif' };
	const merged = mergeShared(stored, { ...seen, imageAlt: 'Un barrage à sec' }, seen);
	expect(merged).toMatchObject({ changed: ['credit'], clashes: [] });
	expect(merged.fields).toEqual({ ...stored, imageAlt: 'Un barrage à sec' });
	expect(merged.seen).toMatchObject({ creditName: 'Agence du Rif', imageAlt: 'Un barrage vide' });
});

test('the same field changed in two ways is a clash; changed in the same way it is none', () => {
	const stored = { ...seen, imageFile: 'p2', imageAlt: 'Une oasis' };
	expect(mergeShared(stored, { ...seen, imageAlt: 'Un lac' }, seen).clashes).toEqual(['picture']);
	expect(mergeShared(stored, stored, seen).clashes).toEqual([]);
	expect(mergeShared(stored, { ...seen, imageAlt: ' Un  barrage vide ' }, seen).clashes).toEqual([]);
});

test('a form that does not say what it had seen overwrites nothing', () => {
	expect(mergeShared(seen, { ...seen, creditName: 'Autre' }, null).clashes).toEqual(['credit']);
	expect(mergeShared(seen, seen, null).clashes).toEqual([]);
});

test('whatever three people hold, nobody’s change is lost without a clash', () => {
	const value = fc.constantFrom(null, '', 'a', 'b');
	const fields = fc.record({ creditName: value, creditUrl: value, imageFile: value, imageAlt: value });
	fc.assert(
		fc.property(fields, fields, fields, (stored, sent, base) => {
			const { fields: merged, clashes } = mergeShared(stored, sent, base);
			for (const name of ['creditName', 'creditUrl'] as const) {
				const theirs = (stored[name] ?? '') !== (base[name] ?? '');
				if (
					theirs &&
					!clashes.includes('credit') &&
					sent.creditName === base.creditName &&
					sent.creditUrl === base.creditUrl
				)
					expect(merged[name]).toBe(stored[name]);
			}
			expect(mergeShared(merged, merged, stored).clashes).toEqual([]);
			expect(readShared(JSON.stringify(stored))).toEqual(stored);
		}),
	);
	expect([readShared('null'), readShared('{'), readShared('[]')]).toEqual([null, null, noShared]);
});
