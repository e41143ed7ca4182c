// What a head is taught beside its training files, and how much that counts.
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { maghreb } from './maghreb.ts';
import type { Taught } from './phrases.ts';
import { spam } from './spam.ts';

export const NOTHING: Taught = { weight: 0, held: [], passed: [] };
const BY_HEAD: Readonly<Record<string, Taught>> = { maghreb, fr, es, en, spam };

/** What the head of this name is taught: a pool of languages, or `spam`. */
export const taughtTo = (head: string): Taught => BY_HEAD[head] ?? NOTHING;

/** All phrases together count at most this share of what the training texts count. */
const SHARE = 0.1;

/** The weight of one phrase for this head, beside texts that weigh `total`. */
export const weightOfPhrase = (head: string, total: number): number => {
	const { held, passed, weight } = taughtTo(head);
	return Math.min(weight, (SHARE * total) / (held.length + passed.length));
};
