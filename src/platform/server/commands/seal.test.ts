// Kept answers open with their own key and no other.
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

test('an answer opens with the key it was kept under', () => {
	expect(unseal(seal({ receipt: 'secret', n: [1, null] }, 'key'), 'key')).toEqual({ receipt: 'secret', n: [1, null] });
});

test('an answer does not open with another key, and does not show its words', () => {
	const sealed = seal({ receipt: 'secret' }, 'key');
	expect(() => unseal(sealed, 'other')).toThrow();
	expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('secret');
});
