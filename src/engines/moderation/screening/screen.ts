// The first reading of a contribution, by rules and a trained model. It passes or holds for a person; it never refuses.
import type { Span } from './fold.ts';
import { findWords } from './find-words.ts';
import { lexiconOf, type WordEntry } from './lexicon.ts';
import { findLinks, isAllowed } from './links.ts';
import { findPhones, findShouting } from './manner.ts';
import { normalise, type Normalised } from './normalise.ts';
import { gramsOf, likeness } from './repetition.ts';
import type { Judge } from './model/score.ts';
import { findRules, type WordRule } from './rules/rules.ts';

export type ScreeningRule =
	'word' | 'links' | 'repetition' | 'new_guest' | 'shouting' | 'phone' | WordRule | 'abuse' | 'spam';

export interface ScreeningOptions {
	readonly words: readonly WordEntry[];
	/** Words the space does not mind: the model does not see them. */
	readonly exempt?: readonly WordEntry[];
	/** `max` links to other hosts than the allowed ones are let through. */
	readonly links: { readonly max: number; readonly allowedHosts: readonly string[] };
	/** Earlier texts of the space, any order; the first 200 are compared. */
	readonly recent: readonly { readonly text: string; readonly sameAuthor: boolean; readonly minutesAgo: number }[];
	/** `accepted`: how many contributions of this author were accepted so far. */
	readonly author: { readonly kind: 'guest' | 'person'; readonly accepted: number };
	/** A trained model and the score from which it holds; without one only the rules speak. */
	readonly model?: { readonly judge: Judge; readonly holdAt: number };
	readonly rules: { readonly holdNewGuests: boolean; readonly holdShouting: boolean; readonly holdPhones: boolean };
}

/** Why a text is held: the rule, where it fired in the original text, and the pattern, host, likeness or score (0 to 1). */
export interface ScreeningReason {
	readonly rule: ScreeningRule;
	readonly span?: Span;
	readonly detail?: string;
}

export interface Screening {
	readonly outcome: 'pass' | 'hold';
	readonly because: readonly ScreeningReason[];
}

/** Likeness from which two texts count as one (moderation research: every disguise found, no false pair in 200 000). */
const SAME = 0.5;
export const OWN_WINDOW_MINUTES = 24 * 60;
/** A wave: as many other authors saying the same within the hour. */
export const WAVE = { others: 3, minutes: 60 };
export const MOST_COMPARED = 200;
const MOST_REASONS = 20;

/** Reads one text by the rules of its space. Any string is accepted; spans are UTF-16 offsets in `text`. */
export function screen(text: string, options: ScreeningOptions): Screening {
	const read = normalise(text);
	const because: ScreeningReason[] = [
		...findWords(read, lexiconOf(options.words)).map(({ entry, span }) => ({
			rule: 'word' as const,
			span,
			detail: entry.pattern,
		})),
		...findRules(text).map(({ rule, span }) => ({ rule, span })),
		...linkReasons(read, options.links),
		...repetitionReasons(read, options.recent),
	];
	if (options.rules.holdPhones)
		because.push(...findPhones(read.units).map((span) => ({ rule: 'phone' as const, span })));
	const shouting = options.rules.holdShouting ? findShouting(text) : null;
	if (shouting !== null) because.push({ rule: 'shouting', span: shouting });
	if (options.rules.holdNewGuests && options.author.kind === 'guest' && options.author.accepted < 1)
		because.push({ rule: 'new_guest' });
	if (options.model !== undefined)
		because.push(...modelReasons(without(text, read, options.exempt ?? []), options.model));
	return { outcome: because.length === 0 ? 'pass' : 'hold', because: because.slice(0, MOST_REASONS) };
}

/** The text with blanks where those words stood, so that every other place stays where it was. */
function without(text: string, read: Normalised, exempt: readonly WordEntry[]): string {
	if (exempt.length === 0) return text;
	let left = text;
	for (const { span } of findWords(read, lexiconOf(exempt)))
		left = left.slice(0, span.start) + ' '.repeat(span.end - span.start) + left.slice(span.end);
	return left;
}

function modelReasons(text: string, { judge, holdAt }: NonNullable<ScreeningOptions['model']>): ScreeningReason[] {
	const { score, about } = judge.judge(text);
	if (score < holdAt) return [];
	const detail = score.toFixed(2);
	const words = judge.because().map(({ span }) => ({ rule: about, span, detail }));
	return words.length === 0 ? [{ rule: about, detail }] : words;
}

function linkReasons(read: Normalised, links: ScreeningOptions['links']): ScreeningReason[] {
	const foreign = findLinks(read.units).filter(({ host }) => !isAllowed(host, links.allowedHosts));
	if (foreign.length <= links.max) return [];
	return foreign.map(({ start, end, host }) => ({ rule: 'links', span: { start, end }, detail: host }));
}

function repetitionReasons(read: Normalised, recent: ScreeningOptions['recent']): ScreeningReason[] {
	const near = recent
		.slice(0, MOST_COMPARED)
		.filter((one) => one.minutesAgo <= (one.sameAuthor ? OWN_WINDOW_MINUTES : WAVE.minutes));
	if (near.length === 0) return [];
	const grams = gramsOf(read);
	let own = 0;
	const others: number[] = [];
	for (const one of near) {
		const like = likeness(grams, gramsOf(normalise(one.text)));
		if (like < SAME) continue;
		if (one.sameAuthor) own = Math.max(own, like);
		else others.push(like);
	}
	const most = Math.max(own, others.length >= WAVE.others ? Math.max(...others) : 0);
	return most === 0 ? [] : [{ rule: 'repetition', detail: most.toFixed(2) }];
}
