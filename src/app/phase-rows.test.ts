// Rows added and taken away: what was typed in the others stays in them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostRows, rowsAmong, withoutRow, withRow } from './phase-rows.ts';

const typed = {
	address: 'pac',
	'texts.fr.title': 'Programme',
	'phases.0.kind': 'information',
	'phases.0.titles.fr': 'Lancement',
	'phases.1.kind': 'proposals',
	'phases.1.titles.fr': 'Vos idées',
	'phases.2.kind': 'answers',
};

test('a row more is empty but for what it starts with, and nothing else changes', () => {
	expect(rowsAmong(typed, 'phases')).toBe(3);
	expect(withRow(typed, 'phases', 'kind', 'follow_up')).toEqual({ ...typed, 'phases.3.kind': 'follow_up' });
	expect(rowsAmong({ address: 'pac' }, 'phases')).toBe(0);
});

test('the rows after one that is taken away move up', () => {
	expect(withoutRow(typed, 'phases', 1)).toEqual({
		address: 'pac',
		'texts.fr.title': 'Programme',
		'phases.0.kind': 'information',
		'phases.0.titles.fr': 'Lancement',
		'phases.1.kind': 'answers',
	});
});

test('however rows come and go, there are as many as were added less those taken away, never too many', () => {
	fc.assert(
		fc.property(fc.array(fc.option(fc.nat({ max: 5 })), { maxLength: 60 }), (steps) => {
			let [values, count]: [Record<string, string>, number] = [{ address: 'a' }, 0];
			for (const step of steps) {
				if (step === null) {
					values = withRow(values, 'phases', 'kind', 'answers');
					count = Math.min(mostRows, count + 1);
				} else {
					values = withoutRow(values, 'phases', step);
					if (step < count) count--;
				}
				expect([rowsAmong(values, 'phases'), values['address']]).toEqual([count, 'a']);
			}
		}),
	);
});
