// What a decision does, in the moderator's words: a public text is kept or taken down, one that waits is published or refused.

export type Deed = 'publish' | 'refuse' | 'keep' | 'take_down';

/** `before`: where the text stood; null in rows of older programs. */
export function deedOf(outcome: 'publish' | 'refuse', before: string | null): Deed {
	if (before !== 'published') return outcome;
	return outcome === 'publish' ? 'keep' : 'take_down';
}
